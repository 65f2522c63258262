import "server-only";
import { isBoroughCode, isUuid } from "@/lib/auth/ids";
import { londonDate } from "@/lib/dates";
import { readScope, type Scope, writeScope } from "@/lib/db/scope";
import { log } from "@/lib/log";
import {
  findInvitationMail,
  findPasswordMail,
  type Outgoing,
  settleMail,
} from "@/lib/mail/outgoing";
import { afterQuietHours, isQuiet } from "@/lib/mail/quiet-hours";
import { MailRefused } from "@/lib/mail/refused";
import { findColleagueAddress, findReminderMail } from "@/lib/mail/reminders";
import { sendLetter } from "@/lib/mail/transport";
import { digestOf, digestTextOf, settleDigest, settleDigestText } from "./digest-rows";
import { enqueue } from "./queue";

/** A job of mail names its borough and mail, or a password link: ids only. */
export type MailJob = Record<string, unknown>;

function mailOf(job: MailJob): { scope: Scope; boroughCode: string; mailId: string } | null {
  const { boroughCode, mailId } = job;
  if (typeof boroughCode !== "string" || !isBoroughCode(boroughCode)) return null;
  if (typeof mailId !== "string" || !isUuid(mailId)) return null;
  return { scope: { role: "portal_worker", boroughs: [boroughCode] }, boroughCode, mailId };
}

/**
 * Sends one waiting mail and marks it sent. Killed in between, it is sent once more with the same
 * Message-ID. A mail that is no longer wanted, or that the recipient refuses, is marked failed; a
 * reminder that comes up at night waits for the morning.
 */
export async function sendOutboxMail(job: MailJob, now = new Date()): Promise<void> {
  const mail = mailOf(job);
  if (!mail) throw new Error("A mail job without its ids.");
  const { scope, boroughCode, mailId } = mail;
  const today = londonDate(now);
  const invitation = await readScope(scope, (tx) =>
    findInvitationMail(tx, boroughCode, mailId, today),
  );
  const reminder = invitation ? null : await findReminder(scope, boroughCode, mailId, today);
  if (reminder && isQuiet(now, "email")) {
    return writeScope(scope, (tx) =>
      enqueue(tx, "mail.send", { boroughCode, mailId }, afterQuietHours(now, "email")),
    );
  }
  const outgoing = invitation ?? reminder;
  const sent = outgoing ? await sendUnlessRefused(outgoing, mailId) : false;
  await writeScope(scope, (tx) => settleMail(tx, boroughCode, mailId, sent ? "sent" : "failed"));
}

/** The reminder a waiting mail asks for; its owner's address is for sign-in's role alone to read. */
async function findReminder(scope: Scope, boroughCode: string, mailId: string, today: string) {
  const reminder = await readScope(scope, (tx) => findReminderMail(tx, boroughCode, mailId, today));
  if (!reminder) return null;
  const to = await readScope({ role: "portal_auth", boroughs: [boroughCode] }, (tx) =>
    findColleagueAddress(tx, boroughCode, reminder.ownerId),
  );
  return to === null ? null : { to, letter: reminder.letter };
}

/** Sends a password link, when it belongs to somebody; the job exists either way. */
export async function sendPasswordLink(job: MailJob): Promise<void> {
  const { linkId } = job;
  if (typeof linkId !== "string" || !isUuid(linkId))
    throw new Error("A password job without its id.");
  const outgoing = await readScope({ role: "portal_auth", boroughs: [] }, (tx) =>
    findPasswordMail(tx, linkId),
  );
  if (outgoing) await sendUnlessRefused(outgoing, linkId);
}

/** Sends a letter; false when the recipient's server refuses it for good. */
export async function sendUnlessRefused(
  outgoing: NonNullable<Outgoing>,
  id: string,
): Promise<boolean> {
  try {
    await sendLetter(outgoing.letter, outgoing.to, id);
    return true;
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    log.warn({ mailId: id }, "mail refused for good");
    return false;
  }
}

/** A mail that was tried long enough: its officer sees that it failed, the log names it. */
export async function setAsideMail(job: MailJob): Promise<void> {
  const { boroughCode, mailId, linkId, digestId, textDigestId } = job;
  const ids = { boroughCode, mailId, linkId, digestId, textDigestId };
  log.error(ids, "mail given up after every try");
  const digest = digestOf(job);
  if (digest) return settleDigest(digest.boroughCode, digest.digestId, "failed");
  const text = digestTextOf(job);
  if (text) return settleDigestText(text.boroughCode, text.digestId, "failed");
  const mail = mailOf(job);
  if (!mail) return;
  await writeScope(mail.scope, (tx) => settleMail(tx, mail.boroughCode, mail.mailId, "failed"));
}
