import "server-only";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { isInScope } from "@/lib/businesses/model";
import { holdBusiness } from "@/lib/businesses/stages";
import type { WriteContext } from "@/lib/command";
import { staffMembers } from "@/lib/db/schema/people";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";

/** The manager's business, its row locked. Throws RuleBroken on `field` while it is closed or left out. */
export async function holdOwnBusiness(ctx: WriteContext, field: string): Promise<string> {
  if (ctx.viewer.role !== "business_manager") throw new Forbidden("Only a manager may do this.");
  const { id, stage } = await holdBusiness(ctx, ctx.viewer.businessId);
  if (!isInScope(stage)) {
    throw new RuleBroken(
      field,
      "This business is closed or left out: ask your borough's licensing team",
    );
  }
  return id;
}

/** Throws NotFound unless all of them are confirmed people of this business who have not left. */
export async function refuseStrangers(
  ctx: WriteContext,
  businessId: string,
  staffIds: readonly string[],
): Promise<void> {
  if (staffIds.length === 0) return;
  const people = await ctx.tx
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(
      and(
        ctx.inBorough(staffMembers),
        eq(staffMembers.businessId, businessId),
        inArray(staffMembers.id, [...staffIds]),
        isNotNull(staffMembers.confirmedOn),
        isNull(staffMembers.leftOn),
      ),
    );
  if (people.length !== staffIds.length) throw new NotFound("No such person here.");
}
