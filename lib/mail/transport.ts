import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import type { Letter } from "./letter";
import { notifySettings, postToNotify } from "./notify";
import { MailRefused } from "./refused";

let transport: Transporter | undefined;

function mailTransport(): Transporter {
  const url = env().SMTP_URL;
  if (!url) throw new Error("No mail can be sent: SMTP_URL is not set.");
  transport ??= createTransport({
    url,
    // However many letters wait, the mail server meets a handful of connections.
    pool: true,
    maxConnections: 5,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return transport;
}

/** Forgets the connection settings; tests change SMTP_URL between mail servers. */
export function closeTransport(): void {
  transport?.close();
  transport = undefined;
}

/**
 * Sends one letter, by GOV.UK Notify when there is a key for it, else by SMTP. `id` makes its Message-ID
 * or reference, so a letter sent twice is recognised as one. Throws MailRefused when another try is pointless.
 */
export async function sendLetter(letter: Letter, to: string, id: string): Promise<void> {
  const notify = notifySettings();
  const templateId = env().NOTIFY_TEMPLATE_EMAIL;
  if (!notify || !templateId) return sendBySmtp(letter, to, id);
  const personalisation = { subject: letter.subject, body: letter.text };
  await postToNotify(notify, { kind: "email", templateId, to, personalisation, reference: id });
}

/** Can text messages be sent from here? */
export function canSendTexts(): boolean {
  return notifySettings() !== null && env().NOTIFY_TEMPLATE_SMS !== undefined;
}

/** Sends one text message by GOV.UK Notify. Throws MailRefused when another try is pointless. */
export async function sendText(body: string, to: string, id: string): Promise<void> {
  const notify = notifySettings();
  const templateId = env().NOTIFY_TEMPLATE_SMS;
  if (!notify || !templateId)
    throw new Error("No text can be sent: NOTIFY_TEMPLATE_SMS is not set.");
  const personalisation = { body };
  await postToNotify(notify, { kind: "sms", templateId, to, personalisation, reference: id });
}

async function sendBySmtp(letter: Letter, to: string, id: string): Promise<void> {
  const { MAIL_FROM, PORTAL_URL } = env();
  try {
    await mailTransport().sendMail({
      from: MAIL_FROM,
      to: { name: "", address: to },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      messageId: `<${id}@${new URL(PORTAL_URL).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      ...(letter.stopHref ? { list: { unsubscribe: letter.stopHref } } : {}),
    });
  } catch (error) {
    if (isRefused(error)) throw new MailRefused("The recipient was refused.");
    throw error;
  }
}

function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  return (
    code === "EENVELOPE" &&
    typeof responseCode === "number" &&
    responseCode >= 550 &&
    responseCode < 560
  );
}
