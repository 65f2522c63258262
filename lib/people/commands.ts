import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { defineCommand, type WriteContext } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { staffMembers } from "@/lib/db/schema/people";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { leavingDayFault } from "./model";
import {
  confirmStaffInput,
  recordLeavingInput,
  refuseStaffInput,
  renewJoinCodeInput,
} from "./schema";

/** The business a manager's order acts in. */
export function managed(ctx: WriteContext): string {
  if (ctx.viewer.role !== "business_manager") throw new Forbidden("Only a manager may do this.");
  return ctx.viewer.businessId;
}

/** The people of one business in the order's borough. */
export const staffOf = (ctx: WriteContext, businessId: string) =>
  and(ctx.inBorough(staffMembers), eq(staffMembers.businessId, businessId));

/** Nobody joins or is added to this list, nor brought back, until the order is done: a name stands once. */
export async function lockRoll(ctx: WriteContext, businessId: string): Promise<void> {
  const lock = `join|${ctx.boroughCode}|${businessId}`;
  await ctx.tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
}

/** Settles people who wait to be confirmed, all or none. */
async function settleWaiting(
  ctx: WriteContext,
  staffIds: readonly string[],
  set: { confirmedOn: string } | { leftOn: string },
): Promise<string> {
  const businessId = managed(ctx);
  const ids = [...new Set(staffIds)];
  const people = await ctx.tx
    .select({ confirmedOn: staffMembers.confirmedOn, leftOn: staffMembers.leftOn })
    .from(staffMembers)
    .where(and(staffOf(ctx, businessId), inArray(staffMembers.id, ids)))
    .orderBy(staffMembers.id)
    .for("update");
  if (people.length !== ids.length) throw new NotFound("No such person here.");
  if (people.some((person) => person.confirmedOn !== null || person.leftOn !== null)) {
    throw new Conflict(
      "Somebody has already decided about one of these people. Open the page again.",
    );
  }
  await ctx.tx
    .update(staffMembers)
    .set(set)
    .where(and(staffOf(ctx, businessId), inArray(staffMembers.id, ids)));
  return businessId;
}

/** Confirms that people who joined work here: from today they count. */
export const confirmStaff = defineCommand({
  name: "staff.confirm",
  input: confirmStaffInput,
  async run(ctx, { staffIds }) {
    const businessId = await settleWaiting(ctx, staffIds, { confirmedOn: ctx.today });
    return {
      value: { people: staffIds.length },
      touched: [businessId],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["staff.confirmed_on"],
        details: { people: staffIds.length, staff: staffIds.join(" ") },
      },
    };
  },
});

/** Removes people who joined and do not work here: they never count and can no longer sign in. */
export const refuseStaff = defineCommand({
  name: "staff.refuse",
  input: refuseStaffInput,
  async run(ctx, { staffIds }) {
    const businessId = await settleWaiting(ctx, staffIds, { leftOn: ctx.today });
    return {
      value: { people: staffIds.length },
      touched: [businessId],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["staff.left_on"],
        details: { people: staffIds.length, staff: staffIds.join(" ") },
      },
    };
  },
});

/** Records somebody's last day: they stop counting, and can no longer sign in. */
export const recordLeaving = defineCommand({
  name: "staff.record_leaving",
  input: recordLeavingInput,
  async run(ctx, { staffId, leftOn }) {
    const businessId = managed(ctx);
    const [person] = await ctx.tx
      .select({
        isManager: staffMembers.isManager,
        joinedOn: staffMembers.joinedOn,
        leftOn: staffMembers.leftOn,
      })
      .from(staffMembers)
      .where(and(staffOf(ctx, businessId), eq(staffMembers.id, staffId)))
      .for("update");
    if (!person) throw new NotFound("No such person here.");
    if (person.leftOn !== null) throw new Conflict("It is recorded already that they left.");
    if (person.isManager) {
      throw new RuleBroken(
        "leftOn",
        "Ask your borough's licensing team: a manager's leaving also ends their sign-in",
      );
    }
    const fault = leavingDayFault(leftOn, person.joinedOn, ctx.today);
    if (fault) throw new RuleBroken("leftOn", fault);
    await ctx.tx
      .update(staffMembers)
      .set({ leftOn })
      .where(
        and(staffOf(ctx, businessId), eq(staffMembers.id, staffId), isNull(staffMembers.leftOn)),
      );
    return {
      value: { staffId },
      touched: [businessId],
      audit: {
        subject: ["staff_member", staffId],
        businessId,
        fields: ["left_on"],
        details: { leftOn },
      },
    };
  },
});

/** Makes the code with which staff join, or a new one: the old link, QR and posters stop working. */
export const renewJoinCode = defineCommand({
  name: "staff.renew_join_code",
  input: renewJoinCodeInput,
  async run(ctx) {
    const businessId = managed(ctx);
    const [business] = await ctx.tx
      .select({
        stage: businesses.stage,
        generation: businesses.joinGeneration,
        hash: businesses.joinCodeHash,
      })
      .from(businesses)
      .where(ctx.own(businesses, businessId))
      .for("update");
    if (!business) throw new NotFound("No such business.");
    if (business.stage !== "enrolled") {
      throw new RuleBroken("form", "Staff can join once the business is enrolled and open");
    }
    const joinGeneration = business.hash === null ? business.generation : business.generation + 1;
    const joinCodeHash = hashSecret(
      linkSecret("join", ctx.boroughCode, businessId, joinGeneration),
    );
    await ctx.tx
      .update(businesses)
      .set({ joinGeneration, joinCodeHash, updatedAt: new Date() })
      .where(ctx.own(businesses, businessId));
    return {
      value: { joinGeneration },
      touched: [],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["join_code"],
        details: { joinGeneration },
      },
    };
  },
});
