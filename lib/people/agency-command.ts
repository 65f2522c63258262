import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { defineCommand } from "@/lib/command";
import { staffMembers } from "@/lib/db/schema/people";
import { NotFound } from "@/lib/errors";
import { managed, staffOf } from "./commands";
import { setAgencyInput } from "./schema";

/** Says whether an agency employs somebody who works here. They count all the same. */
export const setAgency = defineCommand({
  name: "staff.set_agency",
  input: setAgencyInput,
  async run(ctx, { staffId, agency }) {
    const businessId = managed(ctx);
    const [person] = await ctx.tx
      .update(staffMembers)
      .set({ employedByAgency: agency === "yes" })
      .where(
        and(staffOf(ctx, businessId), eq(staffMembers.id, staffId), isNull(staffMembers.leftOn)),
      )
      .returning({ id: staffMembers.id });
    if (!person) throw new NotFound("No such person here.");
    return {
      value: { staffId },
      touched: [],
      audit: {
        subject: ["staff_member", staffId],
        businessId,
        fields: ["employed_by_agency"],
        details: { agency },
      },
    };
  },
});
