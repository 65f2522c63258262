import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { visits } from "@/lib/db/schema/visits";
import { NotFound } from "@/lib/errors";
import type { VisitOutcome, VisitState } from "./model";

export interface VisitRow {
  id: string;
  businessId: string;
  businessName: string;
  postcode: string;
  sector: string;
  ward: string | null;
  state: VisitState;
  plannedOn: string;
  assignedTo: string | null;
  visitedOn: string | null;
  outcome: VisitOutcome | null;
  /** What was agreed and is not done yet, and of that what is late. */
  openActions: number;
  lateActions: number;
}

export const VISIT_VIEWS = ["planned", "overdue", "done"] as const;
export type VisitView = (typeof VISIT_VIEWS)[number];

export interface VisitFilter {
  view: VisitView;
  /** A user's id. */
  officer: string | null;
  /** A ward; an empty text means "not known". */
  ward: string | null;
}

const PAGE = 50;

function viewIs(view: VisitView, today: string): SQL {
  if (view === "done") return sql`visits.state = 'done'`;
  const sign = view === "overdue" ? sql`<` : sql`>=`;
  return sql`visits.state = 'planned' AND visits.planned_on ${sign} ${today}`;
}

function conditionsOf(ctx: ReadContext, filter: VisitFilter): SQL {
  const who = filter.view === "done" ? sql`visits.visited_by` : sql`visits.assigned_to`;
  const conditions = [ctx.inBorough(visits), viewIs(filter.view, ctx.today)];
  if (filter.officer) conditions.push(sql`${who} = ${filter.officer}`);
  if (filter.ward !== null) conditions.push(sql`coalesce(b.ward, '') = ${filter.ward}`);
  return sql.join(conditions, sql` AND `);
}

/** The day a view is ordered by: the first planned first, the newest done first. */
const dayOf = (view: VisitView) =>
  view === "done" ? sql`visits.visited_on` : sql`visits.planned_on`;

/** Visits of one view, 50 a page, keyset by day and id. */
export async function listVisits(
  ctx: ReadContext,
  filter: VisitFilter,
  after: string | null,
): Promise<{ rows: VisitRow[]; nextAfter: string | null }> {
  const done = filter.view === "done";
  const day = dayOf(filter.view);
  const beyond = after
    ? sql`AND (${day}, visits.id) ${done ? sql`<` : sql`>`} (SELECT ${done ? sql`v.visited_on` : sql`v.planned_on`}, v.id
        FROM visits v WHERE v.borough_code = visits.borough_code AND v.id = ${after})`
    : sql``;
  const rows = await selectVisits(
    ctx,
    sql`${conditionsOf(ctx, filter)} ${beyond}`,
    done
      ? sql`ORDER BY ${day} DESC, visits.id DESC LIMIT ${PAGE + 1}`
      : sql`ORDER BY ${day}, visits.id LIMIT ${PAGE + 1}`,
  );
  const page = rows.slice(0, PAGE);
  return { rows: page, nextAfter: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** How many visits each view holds, with the same officer and ward. */
export async function countVisits(
  ctx: ReadContext,
  filter: Omit<VisitFilter, "view">,
): Promise<Record<VisitView, number>> {
  const count = (view: VisitView) => sql`(SELECT count(*)::int FROM visits
    JOIN businesses b ON b.borough_code = visits.borough_code AND b.id = visits.business_id
    WHERE ${conditionsOf(ctx, { ...filter, view })})`;
  const [row] = await ctx.tx.execute<Record<VisitView, number>>(
    sql`SELECT ${count("planned")} AS planned, ${count("overdue")} AS overdue, ${count("done")} AS done`,
  );
  return row ?? { planned: 0, overdue: 0, done: 0 };
}

async function selectVisits(ctx: ReadContext, where: SQL, tail: SQL): Promise<VisitRow[]> {
  const rows = await ctx.tx.execute<VisitRow & Record<string, unknown>>(sql`
    SELECT visits.id, b.id AS "businessId", b.name AS "businessName", b.postcode, b.sector, b.ward,
      visits.state, visits.planned_on AS "plannedOn", visits.assigned_to AS "assignedTo",
      visits.visited_on AS "visitedOn", visits.outcome,
      actions.open AS "openActions", actions.late AS "lateActions"
    FROM visits
    JOIN businesses b ON b.borough_code = visits.borough_code AND b.id = visits.business_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open, count(*) FILTER (WHERE a.due_on < ${ctx.today})::int AS late
      FROM visit_actions a WHERE a.borough_code = visits.borough_code AND a.visit_id = visits.id
        AND a.business_id = visits.business_id AND a.done_on IS NULL
    ) actions
    WHERE ${where} ${tail}`);
  return [...rows];
}

/** Visits planned for a day, by whom they are for: a colleague's, or everybody's. */
export function listPlannedOn(
  ctx: ReadContext,
  day: string,
  officer: string | null,
): Promise<VisitRow[]> {
  const who = officer ? sql`AND visits.assigned_to = ${officer}` : sql``;
  return selectVisits(
    ctx,
    sql`${ctx.inBorough(visits)} AND visits.state = 'planned' AND visits.planned_on = ${day} ${who}`,
    sql`ORDER BY b.ward NULLS LAST, lower(b.name), visits.id LIMIT 100`,
  );
}

/** Every visit to one business, the newest first (at most 50). */
export function listBusinessVisits(ctx: ReadContext, businessId: string): Promise<VisitRow[]> {
  return selectVisits(
    ctx,
    sql`${ctx.inBorough(visits)} AND visits.business_id = ${businessId}`,
    sql`ORDER BY coalesce(visits.visited_on, visits.planned_on) DESC, visits.id LIMIT 50`,
  );
}

export interface VisitDetail extends VisitRow {
  address: string;
  declaredHeadcount: number | null;
  visitedBy: string | null;
  headcount: number | null;
  nextVisitOn: string | null;
}

/** One visit with the business it is about. Throws NotFound. */
export async function getVisit(ctx: ReadContext, id: string): Promise<VisitDetail> {
  const [row] = await selectVisits(ctx, sql`${ctx.inBorough(visits)} AND visits.id = ${id}`, sql``);
  if (!row) throw new NotFound("No such visit.");
  const [more] = await ctx.tx.execute<Omit<VisitDetail, keyof VisitRow> & Record<string, unknown>>(
    sql`SELECT b.address, b.headcount AS "declaredHeadcount", visits.visited_by AS "visitedBy",
      visits.headcount, visits.next_visit_on AS "nextVisitOn"
    FROM visits JOIN businesses b ON b.borough_code = visits.borough_code AND b.id = visits.business_id
    WHERE ${ctx.inBorough(visits)} AND visits.id = ${id}`,
  );
  if (!more) throw new NotFound("No such visit.");
  return { ...row, ...more };
}

/** The wards businesses lie in, by name; "not known" is none of them. */
export async function listWards(ctx: ReadContext): Promise<string[]> {
  const rows = await ctx.tx.execute<{ ward: string }>(sql`
    SELECT DISTINCT ward FROM businesses
    WHERE borough_code = ${ctx.boroughs[0] ?? ""} AND ward IS NOT NULL AND stage IN ('in_scope', 'invited', 'enrolled')
    ORDER BY ward`);
  return rows.map((row) => row.ward);
}
