import "server-only";
import { randomUUID } from "node:crypto";
import { defineCommand } from "@/lib/command";
import { rollConfirmations } from "@/lib/db/schema/roll";
import { Conflict, Forbidden, RuleBroken } from "@/lib/errors";
import { lockRoll, managed } from "./commands";
import { readWorking } from "./roll-queries";
import { confirmRollInput } from "./schema";

/**
 * A manager has looked through the staff list and it is right: asked for once a quarter. No figure
 * changes by it. Throws Conflict when the list is not the one that was shown.
 */
export const confirmRoll = defineCommand({
  name: "staff.confirm_roll",
  input: confirmRollInput,
  async run(ctx, { seen }) {
    const businessId = managed(ctx);
    if (ctx.viewer.role !== "business_manager") throw new Forbidden("Only a manager may do this.");
    await lockRoll(ctx, businessId);
    const { people, mark } = await readWorking(ctx, businessId);
    if (mark !== seen) {
      throw new Conflict("The list has changed since this page was opened. Look at it again.");
    }
    if (people.length === 0) throw new RuleBroken("form", "Nobody is on the list yet");
    const { boroughCode, today } = ctx;
    await ctx.tx.insert(rollConfirmations).values({
      ...{ boroughCode, id: randomUUID(), businessId },
      confirmedOn: today,
      people: people.length,
      confirmedBy: ctx.viewer.userId,
    });
    return {
      value: { people: people.length },
      touched: [],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["roll.confirmed_on"],
        details: { people: people.length },
      },
    };
  },
});
