import "server-only";
import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import { changeStage } from "@/lib/businesses/stages";
import { defineCommand, type WriteContext } from "@/lib/command";
import { boroughTargets, boroughThresholds } from "@/lib/db/schema/aims";
import { businesses, headcounts } from "@/lib/db/schema/businesses";
import { RuleBroken } from "@/lib/errors";
import { monthChoices } from "./model";
import { addTeamInput, setTargetInput, setThresholdInput } from "./schema";

/** A past figure was right by the rule of its time: a new one holds from this month at the earliest. */
function checkMonth(ctx: WriteContext, fromOn: string): void {
  if (!monthChoices(ctx.today).includes(fromOn)) {
    throw new RuleBroken("fromOn", "Choose a month from the list");
  }
}

/** Sets the share of its businesses a borough aims for, from a month on. */
export const setTarget = defineCommand({
  name: "target.set",
  input: setTargetInput,
  async run(ctx, { counted, share, fromOn }) {
    checkMonth(ctx, fromOn);
    const id = randomUUID();
    await ctx.tx
      .insert(boroughTargets)
      .values({ boroughCode: ctx.boroughCode, id, counted, share, fromOn });
    return {
      value: { counted },
      touched: [],
      audit: {
        subject: ["borough_target", id],
        fields: ["share", "from_on"],
        details: { counted, share, from_on: fromOn },
      },
    };
  },
});

/** Sets what share of a business's people must be trained, from a month on; every business is counted again. */
export const setThreshold = defineCommand({
  name: "threshold.set",
  input: setThresholdInput,
  async run(ctx, { trainedShare, fromOn }) {
    checkMonth(ctx, fromOn);
    const id = randomUUID();
    await ctx.tx
      .insert(boroughThresholds)
      .values({ boroughCode: ctx.boroughCode, id, trainedShare, fromOn });
    const rows = await ctx.tx
      .select({ id: businesses.id })
      .from(businesses)
      .where(ctx.inBorough(businesses))
      .orderBy(asc(businesses.id));
    return {
      value: { trainedShare },
      touched: rows.map((row) => row.id),
      audit: {
        subject: ["borough_threshold", id],
        fields: ["trained_share", "from_on"],
        details: { trained_share: trainedShare, from_on: fromOn, businesses: rows.length },
      },
    };
  },
});

/** Adds one of the council's own teams; its people join and learn as those of a business do. */
export const addTeam = defineCommand({
  name: "council_team.add",
  input: addTeamInput,
  async run(ctx, input) {
    const { boroughCode, today, tx } = ctx;
    const id = randomUUID();
    const { headcount, ...place } = input;
    await tx.insert(businesses).values({
      ...place,
      boroughCode,
      id,
      sector: COUNCIL_TEAM,
      headcount,
      opensLate: null,
      stage: "in_scope",
      stageOn: today,
    });
    await changeStage(ctx, id, "in_scope");
    await tx
      .insert(headcounts)
      .values({ boroughCode, businessId: id, id: randomUUID(), headcount, fromOn: today });
    return {
      value: { teamId: id },
      touched: [id],
      audit: {
        subject: ["business", id],
        businessId: id,
        fields: ["name", "address", "postcode", "sector", "headcount"],
        details: { sector: COUNCIL_TEAM, headcount },
      },
    };
  },
});
