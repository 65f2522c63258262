import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import * as z from "zod/mini";
import { businessId } from "@/lib/businesses/schema";
import { defineCommand } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { staffMembers } from "@/lib/db/schema/people";
import { NotFound } from "@/lib/errors";

export interface NamedStaff {
  name: string;
  isManager: boolean;
  joinedOn: string;
  confirmedOn: string | null;
}

/** Shows the names of a business's staff to the borough, and records that they were looked at. */
export const viewStaffNames = defineCommand({
  name: "staff.view_names",
  input: z.object({ businessId }),
  async run(ctx, input) {
    const [business] = await ctx.tx
      .select({ id: businesses.id })
      .from(businesses)
      .where(ctx.own(businesses, input.businessId));
    if (!business) throw new NotFound("No such business.");
    const names: NamedStaff[] = await ctx.tx
      .select({
        name: staffMembers.name,
        isManager: staffMembers.isManager,
        joinedOn: staffMembers.joinedOn,
        confirmedOn: staffMembers.confirmedOn,
      })
      .from(staffMembers)
      .where(
        and(
          ctx.inBorough(staffMembers),
          eq(staffMembers.businessId, business.id),
          isNull(staffMembers.leftOn),
        ),
      )
      .orderBy(asc(staffMembers.nameKey), asc(staffMembers.id));
    return {
      value: names,
      touched: [],
      audit: {
        subject: ["business", business.id],
        businessId: business.id,
        fields: ["staff.name"],
        details: { names: names.length },
      },
    };
  },
});
