import "server-only";
import { and, inArray, isNull, sql } from "drizzle-orm";
import { isInScope } from "@/lib/businesses/model";
import { changeStage, holdBusiness, withdrawOpenInvitations } from "@/lib/businesses/stages";
import { defineCommand, type WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { businesses } from "@/lib/db/schema/businesses";
import { invitations } from "@/lib/db/schema/people";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { queueMail } from "@/lib/mail/outbox";
import {
  inviteByLetterInput,
  inviteManagerInput,
  withdrawInvitationInput,
} from "./invitation-schema";
import { newInvitation } from "./new-invitation";

/** Invites the manager of one business; an earlier open invitation stops working. */
export const inviteManager = defineCommand({
  name: "business.invite",
  input: inviteManagerInput,
  async run(ctx, input) {
    const { businessId, channel } = input;
    const business = await holdBusiness(ctx, businessId);
    if (!isInScope(business.stage)) {
      throw new RuleBroken("channel", "This business is closed or left out: reopen it first");
    }
    await withdrawOpenInvitations(ctx, [businessId]);
    const row = newInvitation(ctx, {
      role: "business_manager",
      businessId,
      channel,
      ...(input.channel === "email" ? { email: input.email } : {}),
    });
    await ctx.tx.insert(invitations).values(row);
    if (business.stage === "in_scope") await changeStage(ctx, businessId, "invited");
    if (input.channel === "email")
      await queueMail(ctx, { template: "invitation", subjectId: row.id });
    return {
      value: { businessId, invitationId: row.id, channel },
      touched: [businessId],
      audit: {
        subject: ["invitation", row.id],
        businessId,
        fields: ["channel", "expires_on"],
        details: { channel, expires_on: row.expiresOn },
        ...(input.channel === "email"
          ? { personal: [{ field: "email", before: null, after: input.email }] }
          : {}),
      },
    };
  },
});

/** Makes a letter for each of these businesses; answers with one of the letters: it finds the rest. */
export const inviteByLetter = defineCommand({
  name: "business.invite",
  input: inviteByLetterInput,
  async run(ctx, input) {
    const ids = [...new Set(input.businessIds)].sort();
    const held = await ctx.tx
      .select({ id: businesses.id, stage: businesses.stage })
      .from(businesses)
      .where(and(ctx.inBorough(businesses), inArray(businesses.id, ids)))
      .orderBy(businesses.id)
      .for("update");
    if (held.length !== ids.length) throw new NotFound("A business is not in this borough.");
    const out = held.filter((row) => !isInScope(row.stage)).length;
    if (out > 0) {
      throw new RuleBroken(
        "form",
        `${out} of these are closed or left out. Go back and untick them.`,
      );
    }
    await withdrawOpenInvitations(ctx, ids);
    const rows = ids.map((businessId) =>
      newInvitation(ctx, { role: "business_manager", businessId, channel: "letter" }),
    );
    await ctx.tx.insert(invitations).values(rows);
    await markInvited(
      ctx,
      held.filter((row) => row.stage === "in_scope").map((row) => row.id),
    );
    const first = rows[0]?.id ?? "";
    return {
      value: { invitationId: first, letters: rows.length },
      touched: ids,
      audit: {
        subject: ["invitation", first],
        fields: ["channel", "expires_on"],
        details: { channel: "letter", letters: rows.length },
        ...(rows.length === 1 && ids[0] ? { businessId: ids[0] } : {}),
      },
    };
  },
});

/** Many businesses at once from not invited to invited, in two statements. */
async function markInvited(ctx: WriteContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.tx.execute(sql`
    INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
    SELECT ${ctx.boroughCode}, business_id, gen_random_uuid(), 'invited', ${ctx.today}
    FROM unnest(${arrayOf(ids, "uuid")}) AS n (business_id)`);
  await ctx.tx
    .update(businesses)
    .set({ stage: "invited", stageOn: ctx.today, updatedAt: new Date() })
    .where(and(ctx.inBorough(businesses), inArray(businesses.id, [...ids])));
}

/** With its one open invitation gone, nobody is waiting for an answer: it is to be invited again. */
async function backToNotInvited(ctx: WriteContext, businessId: string): Promise<void> {
  const business = await holdBusiness(ctx, businessId);
  if (business.stage === "invited") await changeStage(ctx, businessId, "in_scope");
}

/** Takes back an open invitation: its link and code stop working at once. */
export const withdrawInvitation = defineCommand({
  name: "invitation.withdraw",
  input: withdrawInvitationInput,
  async run(ctx, { invitationId }) {
    const [found] = await ctx.tx
      .select({
        businessId: invitations.businessId,
        acceptedAt: invitations.acceptedAt,
        withdrawnAt: invitations.withdrawnAt,
      })
      .from(invitations)
      .where(ctx.own(invitations, invitationId));
    if (!found) throw new NotFound("No such invitation.");
    if (!found.businessId && ctx.viewer.role !== "borough_admin") {
      throw new Forbidden("Only an administrator of the borough changes its team.");
    }
    const [taken] = await ctx.tx
      .update(invitations)
      .set({ withdrawnAt: new Date() })
      .where(
        and(
          ctx.own(invitations, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
        ),
      )
      .returning({ id: invitations.id });
    if (!taken) throw new RuleBroken("form", "This invitation was accepted or withdrawn already");
    if (found.businessId) await backToNotInvited(ctx, found.businessId);
    return {
      value: { invitationId, businessId: found.businessId },
      touched: found.businessId ? [found.businessId] : [],
      audit: {
        subject: ["invitation", invitationId],
        fields: ["withdrawn_at"],
        ...(found.businessId ? { businessId: found.businessId } : {}),
      },
    };
  },
});
