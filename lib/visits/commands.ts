import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import type * as z from "zod/mini";
import { actorId } from "@/lib/auth/viewer";
import { defineCommand, type WriteContext } from "@/lib/command";
import { businesses, headcounts } from "@/lib/db/schema/businesses";
import { visitActions, visitFindings, visits } from "@/lib/db/schema/visits";
import { RuleBroken } from "@/lib/errors";
import { listPracticeItems, type PracticeItemRow } from "@/lib/practices/queries";
import { recordPracticeChanges } from "@/lib/practices/record-changes";
import { type HeldVisit, holdPlannedVisit } from "./hold";
import { afterVisitFault, RETURN_REASONS_OF, visitedOnFault } from "./model";
import {
  exemptField,
  type FoundItem,
  findingField,
  recordVisitInput,
  returnedField,
} from "./schema";

type Recorded = z.output<typeof recordVisitInput>;

function checkDays(ctx: WriteContext, input: Recorded): void {
  const late = visitedOnFault(input.visitedOn, ctx.today);
  if (late) throw new RuleBroken("visitedOn", late);
  const after: [string, string | null | undefined][] = [
    ["businessDueOn", input.businessActions[0]?.dueOn],
    ["boroughDueOn", input.boroughActions[0]?.dueOn],
    ["nextVisitOn", input.nextVisitOn],
  ];
  for (const [field, date] of after) {
    const fault = date ? afterVisitFault(date, input.visitedOn) : null;
    if (fault) throw new RuleBroken(field, fault);
  }
}

/** Each finding is about an item the sector is asked for, with a reason that item accepts. */
function checkFindings(findings: readonly FoundItem[], items: readonly PracticeItemRow[]): void {
  for (const { itemCode, finding, reason } of findings) {
    const item = items.find((each) => each.code === itemCode);
    if (!item) {
      throw new RuleBroken(
        findingField(itemCode),
        "The checklist has changed. Open the page again.",
      );
    }
    const reasons: readonly string[] =
      finding === "not_seen" ? RETURN_REASONS_OF[item.aim] : item.exemptions;
    if (reason !== null && !reasons.includes(reason)) {
      const field = finding === "not_seen" ? returnedField : exemptField;
      throw new RuleBroken(field(itemCode), "Choose the reason from the list");
    }
  }
}

async function recordHeadcount(
  ctx: WriteContext,
  { businessId }: HeldVisit,
  headcount: number,
  fromOn: string,
): Promise<void> {
  const { boroughCode } = ctx;
  await ctx.tx.insert(headcounts).values({
    boroughCode,
    businessId,
    id: randomUUID(),
    headcount,
    fromOn,
    confirmedOnVisit: true,
  });
  const [newer] = await ctx.tx
    .select({ id: headcounts.id })
    .from(headcounts)
    .where(
      and(
        ctx.inBorough(headcounts),
        eq(headcounts.businessId, businessId),
        gt(headcounts.fromOn, fromOn),
      ),
    )
    .limit(1);
  // The form may arrive days later: what the manager declared meanwhile is newer.
  if (newer) return;
  await ctx.tx
    .update(businesses)
    .set({ headcount, headcountConfirmedOn: fromOn, updatedAt: new Date() })
    .where(ctx.own(businesses, businessId));
}

async function recordFindings(
  ctx: WriteContext,
  { id: visitId, businessId }: HeldVisit,
  { findings, visitedOn }: Recorded,
): Promise<void> {
  if (findings.length === 0) return;
  const { boroughCode } = ctx;
  await ctx.tx
    .insert(visitFindings)
    .values(findings.map((found) => ({ boroughCode, visitId, businessId, ...found })));
  // An officer who agrees that an item does not apply settles it: it counts like one in place.
  const changes = findings
    .filter(({ finding }) => finding !== "not_checked")
    .map(({ itemCode, finding, reason }) => ({
      itemCode,
      change: finding === "not_seen" ? ("returned" as const) : ("confirmed" as const),
      reason,
      visitId,
    }));
  await recordPracticeChanges({ ...ctx, today: visitedOn }, businessId, changes);
}

async function recordActions(
  ctx: WriteContext,
  visit: HeldVisit,
  { businessActions, boroughActions }: Recorded,
): Promise<void> {
  const rows = [
    ...businessActions.map((each) => ({ ...each, owner: "business" as const })),
    ...boroughActions.map((each) => ({ ...each, owner: "borough" as const })),
  ];
  if (rows.length === 0) return;
  const { boroughCode } = ctx;
  const { id: visitId, businessId } = visit;
  await ctx.tx
    .insert(visitActions)
    .values(rows.map((row) => ({ boroughCode, id: randomUUID(), visitId, businessId, ...row })));
}

/** Records what came of a planned visit, all of it at once, from the day it was made. */
export const recordVisit = defineCommand({
  name: "visit.record",
  input: recordVisitInput,
  async run(ctx, input) {
    const visit = await holdPlannedVisit(ctx, input.visitId);
    checkDays(ctx, input);
    const { businessId } = visit;
    checkFindings(input.findings, await listPracticeItems(ctx, visit.business.sector));
    const { boroughCode } = ctx;
    const visitedBy = actorId(ctx.viewer);
    const { outcome, visitedOn, headcount, nextVisitOn } = input;
    await ctx.tx
      .update(visits)
      .set({
        state: "done",
        ...{ outcome, visitedOn, visitedBy, headcount, nextVisitOn },
        settledAt: new Date(),
      })
      .where(ctx.own(visits, visit.id));
    await recordFindings(ctx, visit, input);
    if (headcount !== null) await recordHeadcount(ctx, visit, headcount, visitedOn);
    await recordActions(ctx, visit, input);
    if (nextVisitOn) {
      await ctx.tx.insert(visits).values({
        boroughCode,
        id: randomUUID(),
        businessId,
        state: "planned",
        plannedOn: nextVisitOn,
        assignedTo: visitedBy,
      });
    }
    const found = input.findings.filter(({ finding }) => finding !== "not_checked");
    return {
      value: { visitId: visit.id },
      touched: [businessId],
      audit: {
        subject: ["visit", visit.id],
        businessId,
        fields: ["state", "outcome", "visited_on", ...(headcount === null ? [] : ["headcount"])],
        details: {
          outcome,
          visited_on: visitedOn,
          items: found.length,
          actions: input.businessActions.length + input.boroughActions.length,
        },
      },
    };
  },
});
