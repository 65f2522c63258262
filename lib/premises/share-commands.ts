import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import * as z from "zod/mini";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { defineCommand, type WriteContext } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { sharedStandings } from "@/lib/db/schema/sharing";
import { Conflict, RuleBroken } from "@/lib/errors";
import { holdOwnBusiness } from "./own";

const ofBusiness = (ctx: WriteContext, businessId: string) =>
  and(eq(sharedStandings.boroughCode, ctx.boroughCode), eq(sharedStandings.businessId, businessId));

/** Makes a link to a public page of how the business stands; a link from before stays switched off. */
export const shareStanding = defineCommand({
  name: "business.share_standing",
  input: z.object({}),
  async run(ctx) {
    const businessId = await holdOwnBusiness(ctx, "form");
    const { boroughCode, today: sharedOn } = ctx;
    const [business] = await ctx.tx
      .select({ stage: businesses.stage })
      .from(businesses)
      .where(ctx.own(businesses, businessId));
    if (business?.stage !== "enrolled") {
      throw new RuleBroken("form", "There is something to share once the business is enrolled");
    }
    const [before] = await ctx.tx.select().from(sharedStandings).where(ofBusiness(ctx, businessId));
    if (before?.codeHash) throw new Conflict("It is shared already. Open the page again.");
    const generation = (before?.generation ?? 0) + 1;
    const codeHash = hashSecret(linkSecret("standing", boroughCode, businessId, generation));
    await ctx.tx
      .insert(sharedStandings)
      .values({ boroughCode, businessId, generation, codeHash, sharedOn })
      .onConflictDoUpdate({
        target: [sharedStandings.boroughCode, sharedStandings.businessId],
        set: { generation, codeHash, sharedOn },
      });
    return {
      value: { generation },
      touched: [],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["shared_standing"],
        details: { generation },
      },
    };
  },
});

/** Switches the public page off: its link stops working and never comes back. */
export const stopSharing = defineCommand({
  name: "business.stop_sharing",
  input: z.object({}),
  async run(ctx) {
    const businessId = await holdOwnBusiness(ctx, "form");
    const stopped = await ctx.tx
      .update(sharedStandings)
      .set({ codeHash: null, sharedOn: null })
      .where(and(ofBusiness(ctx, businessId), isNotNull(sharedStandings.codeHash)))
      .returning({ generation: sharedStandings.generation });
    if (stopped.length === 0) throw new Conflict("It is not shared. Open the page again.");
    return {
      value: { businessId },
      touched: [],
      audit: { subject: ["business", businessId], businessId, fields: ["shared_standing"] },
    };
  },
});
