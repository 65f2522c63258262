import "server-only";
import { defineCommand } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { Forbidden, NotFound } from "@/lib/errors";
import { editContactInput } from "./contact-schema";

/** A manager changes how the licensing team can reach the business. */
export const editContact = defineCommand({
  name: "business.edit_contact",
  input: editContactInput,
  async run(ctx, input) {
    if (ctx.viewer.role !== "business_manager") throw new Forbidden("Only a manager may do this.");
    const { businessId } = ctx.viewer;
    const columns = {
      contactEmail: businesses.contactEmail,
      contactPhone: businesses.contactPhone,
    };
    const [before] = await ctx.tx
      .select(columns)
      .from(businesses)
      .where(ctx.own(businesses, businessId))
      .for("update");
    if (!before) throw new NotFound("No such business.");
    const after = {
      contactEmail: input.contactEmail || null,
      contactPhone: input.contactPhone || null,
    };
    await ctx.tx
      .update(businesses)
      .set({ ...after, updatedAt: new Date() })
      .where(ctx.own(businesses, businessId));
    const personal = [
      { field: "contact_email", before: before.contactEmail, after: after.contactEmail },
      { field: "contact_phone", before: before.contactPhone, after: after.contactPhone },
    ].filter((value) => value.before !== value.after);
    return {
      value: { businessId },
      touched: [],
      audit: {
        subject: ["business", businessId],
        businessId,
        fields: personal.map((value) => value.field),
        personal,
      },
    };
  },
});
