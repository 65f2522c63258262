import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import type { Letter } from "./letter";

let transport: Transporter | undefined;

/** The recipient's mail server says that it will never take this letter. */
export class MailRefused extends Error {
  override name = "MailRefused";
}

function mailTransport(): Transporter {
  const url = env().SMTP_URL;
  if (!url) throw new Error("No mail can be sent: SMTP_URL is not set.");
  transport ??= createTransport({
    url,
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
 * Sends one letter. `id` makes its Message-ID, so a letter sent twice is recognised as one.
 * Throws MailRefused when another try is pointless.
 */
export async function sendLetter(letter: Letter, to: string, id: string): Promise<void> {
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
