import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { defineCommand } from "@/lib/command";
import { safeguardingLeads } from "@/lib/db/schema/shifts";
import { RuleBroken } from "@/lib/errors";
import { holdOwnBusiness, refuseStrangers } from "./own";
import { nameLeadInput } from "./schema";

/** Names who leads on safeguarding, from today, in place of whoever did. */
export const nameLead = defineCommand({
  name: "safeguarding.name_lead",
  input: nameLeadInput,
  async run(ctx, { staffId }) {
    const businessId = await holdOwnBusiness(ctx, "staffId");
    await refuseStrangers(ctx, businessId, [staffId]);
    const [newest] = await ctx.tx
      .select({ staffId: safeguardingLeads.staffId })
      .from(safeguardingLeads)
      .where(
        and(
          eq(safeguardingLeads.boroughCode, ctx.boroughCode),
          eq(safeguardingLeads.businessId, businessId),
        ),
      )
      .orderBy(desc(safeguardingLeads.fromOn), desc(safeguardingLeads.recordedAt))
      .limit(1);
    if (newest?.staffId === staffId) {
      throw new RuleBroken("staffId", "This person leads on safeguarding already");
    }
    const { boroughCode, today } = ctx;
    await ctx.tx
      .insert(safeguardingLeads)
      .values({ boroughCode, id: randomUUID(), businessId, staffId, fromOn: today });
    return {
      value: { staffId },
      touched: [businessId],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: ["safeguarding_lead"],
        details: { staff: staffId },
      },
    };
  },
});
