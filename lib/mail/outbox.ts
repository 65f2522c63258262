import "server-only";
import { randomUUID } from "node:crypto";
import type { WriteContext } from "@/lib/command";
import { outboxMails } from "@/lib/db/schema/audit";
import { enqueue } from "@/lib/jobs/queue";

/** The letters the portal sends; each names what its subject id is. */
export type MailTemplate =
  /** subject: an invitation to manage a business or to join a borough's team */
  | "invitation"
  /** subject: an action of the borough that is due soon or overdue */
  | "action_reminder";

/** Queues a letter in the command's transaction; the worker writes and sends it after the commit. */
export async function queueMail(
  ctx: Pick<WriteContext, "tx" | "boroughCode">,
  mail: { template: MailTemplate; subjectId: string },
): Promise<void> {
  const id = randomUUID();
  await ctx.tx.insert(outboxMails).values({ boroughCode: ctx.boroughCode, id, ...mail });
  await enqueue(ctx.tx, "mail.send", { boroughCode: ctx.boroughCode, mailId: id });
}
