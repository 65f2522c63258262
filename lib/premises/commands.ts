import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { defineCommand, type WriteContext } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { nightShiftStaff, nightShifts } from "@/lib/db/schema/shifts";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { holdOwnBusiness, refuseStrangers } from "./own";
import { declareHoursInput, declareShiftInput, endShiftInput, rosterShiftInput } from "./schema";

/** More night shifts than any business works: the list stays one that an officer can read. */
const MOST_SHIFTS = 20;

const openShifts = (ctx: WriteContext, businessId: string) =>
  and(
    eq(nightShifts.boroughCode, ctx.boroughCode),
    eq(nightShifts.businessId, businessId),
    isNull(nightShifts.untilOn),
  );

/** A manager says whether the business is open after 11pm; one that is not ends its night shifts. */
export const declareHours = defineCommand({
  name: "business.declare_hours",
  input: declareHoursInput,
  async run(ctx, input) {
    const businessId = await holdOwnBusiness(ctx, "opensLate");
    const opensLate = input.opensLate === "yes";
    await ctx.tx
      .update(businesses)
      .set({ opensLate, updatedAt: new Date() })
      .where(ctx.own(businesses, businessId));
    const ended = opensLate
      ? []
      : await ctx.tx
          .update(nightShifts)
          .set({ untilOn: ctx.today })
          .where(openShifts(ctx, businessId))
          .returning({ id: nightShifts.id });
    return {
      value: { opensLate },
      touched: [businessId],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["opens_late"],
        details: { opensLate: input.opensLate, shiftsEnded: ended.length },
      },
    };
  },
});

/** Declares a night shift, from today; who works it is said next. */
export const declareShift = defineCommand({
  name: "shift.declare",
  input: declareShiftInput,
  async run(ctx, shift) {
    const businessId = await holdOwnBusiness(ctx, "nights");
    const [business] = await ctx.tx
      .select({ opensLate: businesses.opensLate })
      .from(businesses)
      .where(ctx.own(businesses, businessId));
    if (!business?.opensLate) {
      throw new RuleBroken("nights", "Say first that you are open after 11pm");
    }
    const open = await ctx.tx.select().from(nightShifts).where(openShifts(ctx, businessId));
    if (open.some((each) => isSame(each, shift))) {
      throw new RuleBroken("startsAt", "This shift is on your list already");
    }
    if (open.length >= MOST_SHIFTS) {
      throw new RuleBroken("nights", `Declare ${MOST_SHIFTS} night shifts or fewer`);
    }
    const id = randomUUID();
    const { boroughCode, today } = ctx;
    await ctx.tx
      .insert(nightShifts)
      .values({ boroughCode, id, businessId, ...shift, fromOn: today });
    return {
      value: { shiftId: id },
      touched: [businessId],
      audit: {
        subject: ["night_shift", id],
        businessId,
        fields: ["nights", "starts_at", "ends_at"],
        details: { ...shift },
      },
    };
  },
});

type Times = Pick<typeof nightShifts.$inferSelect, "nights" | "startsAt" | "endsAt">;

const isSame = (one: Times, other: Times) =>
  one.nights === other.nights && one.startsAt === other.startsAt && one.endsAt === other.endsAt;

/** The open shift of an order. Throws NotFound; a shift that has ended is a Conflict. */
async function holdShift(ctx: WriteContext, businessId: string, shiftId: string): Promise<void> {
  const [shift] = await ctx.tx
    .select({ untilOn: nightShifts.untilOn })
    .from(nightShifts)
    .where(and(ctx.own(nightShifts, shiftId), eq(nightShifts.businessId, businessId)));
  if (!shift) throw new NotFound("No such night shift.");
  if (shift.untilOn !== null)
    throw new Conflict("This night shift has ended. Open the page again.");
}

/** Ends a night shift: from today it needs nobody. */
export const endShift = defineCommand({
  name: "shift.end",
  input: endShiftInput,
  async run(ctx, { shiftId }) {
    const businessId = await holdOwnBusiness(ctx, "form");
    await holdShift(ctx, businessId, shiftId);
    await ctx.tx
      .update(nightShifts)
      .set({ untilOn: ctx.today })
      .where(and(openShifts(ctx, businessId), eq(nightShifts.id, shiftId)));
    return {
      value: { shiftId },
      touched: [businessId],
      audit: { subject: ["night_shift", shiftId], businessId, fields: ["until_on"] },
    };
  },
});

/** Says who works a night shift, from today: exactly these people. */
export const rosterShift = defineCommand({
  name: "shift.roster",
  input: rosterShiftInput,
  async run(ctx, { shiftId, staffIds }) {
    const businessId = await holdOwnBusiness(ctx, "staffIds");
    await holdShift(ctx, businessId, shiftId);
    const chosen = [...new Set(staffIds)];
    await refuseStrangers(ctx, businessId, chosen);
    const { boroughCode, today } = ctx;
    const onShift = and(
      eq(nightShiftStaff.boroughCode, boroughCode),
      eq(nightShiftStaff.shiftId, shiftId),
      isNull(nightShiftStaff.untilOn),
    );
    const before = await ctx.tx
      .select({ staffId: nightShiftStaff.staffId })
      .from(nightShiftStaff)
      .where(onShift);
    const worked = before.map((row) => row.staffId);
    const removed = worked.filter((id) => !chosen.includes(id));
    const added = chosen.filter((id) => !worked.includes(id));
    if (removed.length > 0) {
      await ctx.tx
        .update(nightShiftStaff)
        .set({ untilOn: today })
        .where(and(onShift, inArray(nightShiftStaff.staffId, removed)));
    }
    if (added.length > 0) {
      const { boroughCode: borough, shiftId: shift, staffId, fromOn } = nightShiftStaff;
      await ctx.tx
        .insert(nightShiftStaff)
        .values(
          added.map((id) => ({ boroughCode, shiftId, businessId, staffId: id, fromOn: today })),
        )
        // Taken off and put on again on one day: the row of that day goes on.
        .onConflictDoUpdate({ target: [borough, shift, staffId, fromOn], set: { untilOn: null } });
    }
    return {
      value: { shiftId },
      touched: [businessId],
      audit: {
        subject: ["night_shift", shiftId],
        businessId,
        fields: ["staff"],
        details: { people: chosen.length, added: added.join(" "), removed: removed.join(" ") },
      },
    };
  },
});
