import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { defineCommand } from "@/lib/command";
import { invitations } from "@/lib/db/schema/people";
import { queueMail } from "@/lib/mail/outbox";
import { asOwner } from "./borough";

/** Invites an address to a borough's team as an order does: the row and the mail in one transaction. */
export const inviteForTest = (name: "borough.invite_admin" | "team.invite") =>
  defineCommand({
    name,
    input: z.object({ email: z.string(), fails: z.optional(z.boolean()) }),
    async run(ctx, input) {
      const id = randomUUID();
      await ctx.tx.insert(invitations).values({
        boroughCode: ctx.boroughCode,
        id,
        role: "borough_admin",
        channel: "email",
        email: input.email,
        tokenHash: hashSecret(linkSecret("invitation", ctx.boroughCode, id)),
        createdBy: ctx.viewer.role === "staff" ? ctx.viewer.staffId : ctx.viewer.userId,
        expiresOn: "2099-01-31",
      });
      await queueMail(ctx, { template: "invitation", subjectId: id });
      if (input.fails) throw new Error("Rolled back on purpose.");
      return { value: id, touched: [], audit: { subject: ["invitation", id], fields: ["email"] } };
    },
  });

export interface WaitingJob {
  name: string;
  state: string;
  startAfter: Date;
  data: { boroughCode: string; mailId: string };
}

/** The jobs of a borough, as the queue holds them. */
export function listJobs(boroughCode: string): Promise<WaitingJob[]> {
  return asOwner([boroughCode], async (tx) => [
    ...(await tx<WaitingJob[]>`
      SELECT name, state::text, start_after AS "startAfter", data FROM pgboss.job WHERE data->>'boroughCode' = ${boroughCode}`),
  ]);
}

/** The states of a borough's mails. */
export function listMails(boroughCode: string): Promise<{ id: string; state: string }[]> {
  return asOwner([boroughCode], async (tx) => [
    ...(await tx<{ id: string; state: string }[]>`
      SELECT id, state FROM outbox_mails WHERE borough_code = ${boroughCode} ORDER BY created_at`),
  ]);
}
