import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { type HeldBusiness, holdBusiness } from "@/lib/businesses/stages";
import type { WriteContext } from "@/lib/command";
import { memberships } from "@/lib/db/schema/auth";
import { visits } from "@/lib/db/schema/visits";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";

export type HeldVisit = typeof visits.$inferSelect & { business: HeldBusiness };

/**
 * A visit that is still planned, its business locked first as every order does. Throws NotFound, or
 * Conflict when a colleague was first.
 */
export async function holdPlannedVisit(ctx: WriteContext, visitId: string): Promise<HeldVisit> {
  const read = () => ctx.tx.select().from(visits).where(ctx.own(visits, visitId)).for("update");
  const [found] = await ctx.tx
    .select({ businessId: visits.businessId })
    .from(visits)
    .where(ctx.own(visits, visitId));
  if (!found) throw new NotFound("No such visit.");
  const business = await holdBusiness(ctx, found.businessId);
  const [visit] = await read();
  if (!visit) throw new NotFound("No such visit.");
  if (visit.state === "done") {
    throw new Conflict(
      "This visit has been recorded already, by you on another device or by a colleague. Nothing of this form was saved.",
    );
  }
  if (visit.state === "cancelled") {
    throw new Conflict("This visit was called off. Plan a new one to record it.");
  }
  return { ...visit, business };
}

/** The colleague works for this borough today. */
export async function checkColleague(ctx: WriteContext, userId: string): Promise<void> {
  const [member] = await ctx.tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.boroughCode, ctx.boroughCode),
        eq(memberships.userId, userId),
        isNull(memberships.businessId),
        isNull(memberships.endedAt),
      ),
    )
    .limit(1);
  if (!member) throw new RuleBroken("assignedTo", "Choose who goes from the list");
}
