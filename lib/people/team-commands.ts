import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { defineCommand } from "@/lib/command";
import { invitations } from "@/lib/db/schema/people";
import { queueMail } from "@/lib/mail/outbox";
import { inviteColleagueInput } from "./invitation-schema";
import { newInvitation } from "./new-invitation";

/** Invites a colleague to the borough's team, by e-mail. */
export const inviteColleague = defineCommand({
  name: "team.invite",
  input: inviteColleagueInput,
  async run(ctx, { email, role }) {
    await ctx.tx
      .update(invitations)
      .set({ withdrawnAt: new Date() })
      .where(
        and(
          eq(invitations.boroughCode, ctx.boroughCode),
          isNull(invitations.businessId),
          eq(invitations.email, email),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
        ),
      );
    const row = newInvitation(ctx, { role, channel: "email", email });
    await ctx.tx.insert(invitations).values(row);
    await queueMail(ctx, { template: "invitation", subjectId: row.id });
    return {
      value: { invitationId: row.id },
      touched: [],
      audit: {
        subject: ["invitation", row.id],
        fields: ["role", "expires_on"],
        details: { role, expires_on: row.expiresOn },
        personal: [{ field: "email", before: null, after: email }],
      },
    };
  },
});
