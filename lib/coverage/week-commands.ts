import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { memberships } from "@/lib/db/schema/auth";
import { RuleBroken } from "@/lib/errors";
import { assignFollowUpsInput } from "./week-schema";

/** Takes follow-ups oneself or hands them to a colleague of the borough; they stay theirs until handed on. */
export const assignFollowUps = defineCommand({
  name: "follow_up.assign",
  input: assignFollowUpsInput,
  async run(ctx, { chosen, userId }) {
    const [colleague] = await ctx.tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(
        and(
          ctx.inBorough(memberships),
          eq(memberships.userId, userId),
          isNull(memberships.businessId),
          isNull(memberships.endedAt),
        ),
      )
      .limit(1);
    if (!colleague) throw new RuleBroken("userId", "Choose a colleague of this borough");
    const pairs = [...new Set(chosen)].sort().map((text) => text.split("|"));
    const taken = await ctx.tx.execute(sql`
      INSERT INTO follow_up_owners AS o (borough_code, business_id, kind, user_id, assigned_on)
      SELECT f.borough_code, f.business_id, f.kind, ${userId}::uuid, ${ctx.today}::date
      FROM unnest(${arrayOf(
        pairs.map(([business]) => business ?? ""),
        "uuid",
      )}, ${arrayOf(
        pairs.map(([, kind]) => kind ?? ""),
        "text",
      )}) AS c (business_id, kind)
      JOIN LATERAL (
        SELECT DISTINCT borough_code, business_id, kind FROM follow_ups
        WHERE borough_code = ${ctx.boroughCode} AND follow_ups.business_id = c.business_id AND follow_ups.kind = c.kind
      ) f ON true
      ON CONFLICT (borough_code, business_id, kind)
      DO UPDATE SET user_id = excluded.user_id, assigned_on = excluded.assigned_on
      RETURNING business_id`);
    if (taken.length === 0) {
      throw new RuleBroken(
        "chosen",
        "What you ticked has been done meanwhile: look at the list again",
      );
    }
    return {
      value: { count: taken.length },
      touched: [],
      audit: {
        subject: ["user", userId],
        fields: ["follow_ups"],
        details: { follow_ups: taken.length },
      },
    };
  },
});
