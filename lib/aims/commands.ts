import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { defineCommand, type WriteContext } from "@/lib/command";
import { boroughActions, meetingAttendance } from "@/lib/db/schema/aims";
import { memberships } from "@/lib/db/schema/auth";
import { sectors } from "@/lib/db/schema/boroughs";
import { NotFound, RuleBroken } from "@/lib/errors";
import { holdsUntil, ORGANISATIONS } from "./model";
import { cancelActionInput, planActionInput, recordActionInput } from "./schema";

/** Plans an action of the borough: by when, and which colleague sees to it. */
export const planAction = defineCommand({
  name: "action.plan",
  input: planActionInput,
  async run(ctx, input) {
    const { boroughCode, today } = ctx;
    const { kind, dueOn, ownerId } = input;
    if (dueOn < today) throw new RuleBroken("dueOn", "Enter a date from today on");
    await checkColleague(ctx, ownerId);
    const sector = input.kind === "register" ? input.sector : null;
    if (sector !== null) await checkSector(ctx, sector);
    const title = input.kind === "other" ? input.title : null;
    const id = randomUUID();
    await ctx.tx
      .insert(boroughActions)
      .values({ boroughCode, id, kind, title, sector, ownerId, dueOn });
    return {
      value: { actionId: id },
      touched: [],
      audit: {
        subject: ["borough_action", id],
        fields: ["kind", "owner_id", "due_on"],
        details: { kind, due_on: dueOn, sector },
      },
    };
  },
});

async function checkColleague(ctx: WriteContext, userId: string): Promise<void> {
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
    );
  if (!member) throw new RuleBroken("ownerId", "Choose somebody who works for this borough here");
}

async function checkSector(ctx: WriteContext, code: string): Promise<void> {
  const [sector] = await ctx.tx
    .select({ code: sectors.code })
    .from(sectors)
    .where(and(ctx.inBorough(sectors), eq(sectors.code, code), eq(sectors.countsAsBusiness, true)));
  if (!sector) throw new RuleBroken("sector", "Choose a sector from the list");
}

/** The action of an order, its row locked until the order is done. Throws NotFound or RuleBroken. */
async function holdAction(ctx: WriteContext, id: string) {
  const [row] = await ctx.tx
    .select()
    .from(boroughActions)
    .where(ctx.own(boroughActions, id))
    .for("update");
  if (!row) throw new NotFound("No such action.");
  if (row.cancelledOn !== null) throw new RuleBroken("form", "This action was taken back already");
  return row;
}

/** Records that an action was done, on which day, and where the evidence lies. */
export const recordAction = defineCommand({
  name: "action.record",
  input: recordActionInput,
  async run(ctx, input) {
    const { boroughCode, today } = ctx;
    const { actionId, doneOn, evidence } = input;
    const action = await holdAction(ctx, actionId);
    if (action.kind !== input.kind) throw new NotFound("This form is for another action.");
    if (action.doneOn !== null)
      throw new RuleBroken("form", "This action is recorded as done already");
    if (doneOn > today) throw new RuleBroken("doneOn", "Enter a day that is not in the future");
    const agreedUntil = input.kind === "agreement" ? input.agreedUntil : null;
    if (agreedUntil !== null && agreedUntil < doneOn) {
      throw new RuleBroken("agreedUntil", "Enter a day after the agreement was signed");
    }
    const until = holdsUntil(action.kind, doneOn, agreedUntil);
    const lead =
      input.kind === "lead" ? { leadName: input.leadName, leadPost: input.leadPost } : {};
    await ctx.tx
      .update(boroughActions)
      .set({ doneOn, evidence, holdsUntil: until, ...lead })
      .where(ctx.own(boroughActions, actionId));
    if (input.kind === "meeting") {
      await ctx.tx.insert(meetingAttendance).values(
        ORGANISATIONS.flatMap(({ code }) => {
          const people = input[`people_${code}`];
          return people > 0 ? [{ boroughCode, actionId, organisation: code, people }] : [];
        }),
      );
    }
    return {
      value: { actionId },
      touched: [],
      touchesBorough: true,
      audit: {
        subject: ["borough_action", actionId],
        fields: [
          "done_on",
          "holds_until",
          "evidence",
          ...(input.kind === "lead" ? ["lead_name", "lead_post"] : []),
        ],
        details: { kind: action.kind, done_on: doneOn, holds_until: until },
        ...(input.kind === "lead"
          ? { personal: [{ field: "lead_name", before: null, after: input.leadName }] }
          : {}),
      },
    };
  },
});

/** Takes an action back: one that will not be done, or one recorded by mistake, which then counts nowhere. */
export const cancelAction = defineCommand({
  name: "action.cancel",
  input: cancelActionInput,
  async run(ctx, { actionId }) {
    const action = await holdAction(ctx, actionId);
    await ctx.tx
      .update(boroughActions)
      .set({ cancelledOn: ctx.today })
      .where(ctx.own(boroughActions, actionId));
    return {
      value: { actionId },
      touched: [],
      touchesBorough: true,
      audit: {
        subject: ["borough_action", actionId],
        fields: ["cancelled_on"],
        details: { kind: action.kind, was_done: action.doneOn !== null },
      },
    };
  },
});
