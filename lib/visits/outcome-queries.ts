import "server-only";
import { and, asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { visitActions, visitFindings, visits } from "@/lib/db/schema/visits";
import type { ActionOwner, Finding, VisitOutcome } from "./model";

export interface FindingRow {
  itemCode: string;
  finding: Finding;
  reason: string | null;
  /** The item's words on the newest version of its list; null when the borough took its own item away. */
  title: string | null;
  aim: "prevent" | "protect" | "pursue" | null;
}

/** What was found on one visit, in the order of the checklist; items not looked at are left out. */
export async function listFindings(ctx: ReadContext, visitId: string): Promise<FindingRow[]> {
  const rows = await ctx.tx.execute<FindingRow & Record<string, unknown>>(sql`
    SELECT visit_findings.item_code AS "itemCode", visit_findings.finding, visit_findings.reason, i.title, i.aim
    FROM visit_findings
    JOIN businesses b ON b.borough_code = visit_findings.borough_code AND b.id = visit_findings.business_id
    JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector
    LEFT JOIN LATERAL (
      SELECT p.title, p.aim, p.position, p.from_on FROM practice_items p
      WHERE p.sector = c.copies_measures_of AND p.code = visit_findings.item_code
      UNION ALL
      SELECT o.title, o.aim, 1000, o.from_on FROM borough_practice_items o
      WHERE o.borough_code = b.borough_code AND o.sector = b.sector AND o.code = visit_findings.item_code
      ORDER BY from_on DESC LIMIT 1
    ) i ON true
    WHERE ${ctx.inBorough(visitFindings)} AND visit_findings.visit_id = ${visitId}
      AND visit_findings.finding <> 'not_checked'
    ORDER BY i.aim, i.position, visit_findings.item_code`);
  return [...rows];
}

export interface ActionRow {
  id: string;
  visitId: string;
  code: string;
  owner: ActionOwner;
  dueOn: string;
  doneOn: string | null;
}

const columns = {
  id: visitActions.id,
  visitId: visitActions.visitId,
  code: visitActions.code,
  owner: visitActions.owner,
  dueOn: visitActions.dueOn,
  doneOn: visitActions.doneOn,
};

const selectActions = (ctx: ReadContext, ...where: (SQL | undefined)[]): Promise<ActionRow[]> =>
  ctx.tx
    .select(columns)
    .from(visitActions)
    .where(and(ctx.inBorough(visitActions), ...where))
    .orderBy(sql`${visitActions.doneOn} NULLS FIRST`, asc(visitActions.dueOn), visitActions.id)
    .limit(100);

/** What was agreed on one visit: the open ones first. */
export function listVisitActions(ctx: ReadContext, visitId: string): Promise<ActionRow[]> {
  return selectActions(ctx, eq(visitActions.visitId, visitId));
}

/** What was agreed at a business, by one side or both: the open ones first. */
export function listBusinessActions(
  ctx: ReadContext,
  businessId: string,
  owner?: ActionOwner,
): Promise<ActionRow[]> {
  return selectActions(
    ctx,
    eq(visitActions.businessId, businessId),
    owner ? eq(visitActions.owner, owner) : undefined,
  );
}

export interface DoneVisitRow {
  id: string;
  visitedOn: string;
  outcome: VisitOutcome;
  headcount: number | null;
}

/** Visits made to a business, as its manager may read them: not who came. */
export async function listDoneVisits(
  ctx: ReadContext,
  businessId: string,
): Promise<DoneVisitRow[]> {
  const rows = await ctx.tx
    .select({
      id: visits.id,
      visitedOn: visits.visitedOn,
      outcome: visits.outcome,
      headcount: visits.headcount,
    })
    .from(visits)
    .where(
      and(
        ctx.inBorough(visits),
        eq(visits.businessId, businessId),
        eq(visits.state, "done"),
        isNotNull(visits.visitedOn),
      ),
    )
    .orderBy(sql`${visits.visitedOn} DESC`, visits.id)
    .limit(50);
  return rows.flatMap(({ visitedOn, outcome, ...row }) =>
    visitedOn && outcome ? [{ ...row, visitedOn, outcome }] : [],
  );
}
