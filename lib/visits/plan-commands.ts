import "server-only";
import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import { isInScope } from "@/lib/businesses/model";
import { defineCommand, type WriteContext } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { visits } from "@/lib/db/schema/visits";
import { NotFound, RuleBroken } from "@/lib/errors";
import { checkColleague, holdPlannedVisit } from "./hold";
import { plannedOnFault } from "./model";
import { cancelVisitInput, planVisitsInput, rescheduleVisitInput } from "./schema";

function checkDay(ctx: WriteContext, plannedOn: string): void {
  const fault = plannedOnFault(plannedOn, ctx.today);
  if (fault) throw new RuleBroken("plannedOn", fault);
}

async function holdBusinesses(ctx: WriteContext, ids: readonly string[]): Promise<void> {
  const found = await ctx.tx
    .select({ stage: businesses.stage })
    .from(businesses)
    .where(and(ctx.inBorough(businesses), inArray(businesses.id, [...ids])))
    .orderBy(asc(businesses.id))
    .for("update");
  if (found.length !== ids.length) throw new NotFound("A business is not in this borough.");
  const out = found.filter((row) => !isInScope(row.stage)).length;
  if (out > 0) {
    throw new RuleBroken(
      "form",
      `${out} of these are closed or left out. Go back and untick them.`,
    );
  }
}

/** Plans a visit to each business; where one is planned already, it moves to this day and colleague. */
export const planVisits = defineCommand({
  name: "visit.plan",
  input: planVisitsInput,
  async run(ctx, { businessIds, plannedOn, assignedTo }) {
    checkDay(ctx, plannedOn);
    await checkColleague(ctx, assignedTo);
    const ids = [...new Set(businessIds)].sort();
    await holdBusinesses(ctx, ids);
    const { boroughCode } = ctx;
    const moved = await ctx.tx
      .update(visits)
      .set({ plannedOn, assignedTo })
      .where(
        and(ctx.inBorough(visits), inArray(visits.businessId, ids), eq(visits.state, "planned")),
      )
      .returning({ id: visits.id, businessId: visits.businessId });
    const planned = new Set(moved.map((row) => row.businessId));
    const added = ids
      .filter((id) => !planned.has(id))
      .map((businessId) => ({
        boroughCode,
        id: randomUUID(),
        businessId,
        state: "planned" as const,
        plannedOn,
        assignedTo,
      }));
    if (added.length > 0) await ctx.tx.insert(visits).values(added);
    const visitIds = [...moved, ...added].map((row) => row.id);
    const [only] = ids.length === 1 ? ids : [];
    return {
      value: { visitIds },
      touched: ids,
      audit: {
        subject: only ? ["visit", visitIds[0] ?? ""] : ["borough", boroughCode],
        fields: ["planned_on", "assigned_to"],
        details: { planned_on: plannedOn, businesses: ids.length },
        ...(only ? { businessId: only } : {}),
      },
    };
  },
});

/** Moves a planned visit to another day or colleague. */
export const rescheduleVisit = defineCommand({
  name: "visit.reschedule",
  input: rescheduleVisitInput,
  async run(ctx, { visitId, plannedOn, assignedTo }) {
    checkDay(ctx, plannedOn);
    await checkColleague(ctx, assignedTo);
    const visit = await holdPlannedVisit(ctx, visitId);
    await ctx.tx.update(visits).set({ plannedOn, assignedTo }).where(ctx.own(visits, visitId));
    return {
      value: { visitId },
      touched: [visit.businessId],
      audit: {
        subject: ["visit", visitId],
        businessId: visit.businessId,
        fields: ["planned_on", "assigned_to"],
        details: { planned_on: plannedOn },
      },
    };
  },
});

/** Calls a planned visit off; nobody goes. */
export const cancelVisit = defineCommand({
  name: "visit.cancel",
  input: cancelVisitInput,
  async run(ctx, { visitId }) {
    const visit = await holdPlannedVisit(ctx, visitId);
    await ctx.tx
      .update(visits)
      .set({ state: "cancelled", settledAt: new Date() })
      .where(ctx.own(visits, visitId));
    return {
      value: { visitId },
      touched: [visit.businessId],
      audit: { subject: ["visit", visitId], businessId: visit.businessId, fields: ["state"] },
    };
  },
});
