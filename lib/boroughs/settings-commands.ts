import "server-only";
import { defineCommand } from "@/lib/command";
import { boroughContacts } from "@/lib/db/schema/boroughs";
import { confirmContactInput } from "./settings-schema";

/** Confirms the children's services front door that every course of the borough shows. */
export const confirmContact = defineCommand({
  name: "borough.confirm_contact",
  input: confirmContactInput,
  async run(ctx, input) {
    const { boroughCode, today, tx, viewer } = ctx;
    const contact = {
      teamName: input.teamName,
      email: input.email,
      phone: input.phone,
      outOfHoursPhone: input.outOfHoursPhone || null,
      source: "Confirmed by the borough",
      confirmedBy: viewer.name,
      confirmedOn: today,
    };
    await tx
      .insert(boroughContacts)
      .values({ boroughCode, ...contact })
      .onConflictDoUpdate({ target: boroughContacts.boroughCode, set: contact });
    return {
      value: { boroughCode },
      touched: [],
      audit: {
        subject: ["borough", boroughCode],
        fields: ["team_name", "email", "phone", "out_of_hours_phone", "confirmed_on"],
      },
    };
  },
});
