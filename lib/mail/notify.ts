import "server-only";
import { createHmac } from "node:crypto";
import { env, isDemonstration } from "@/lib/env";
import { log } from "@/lib/log";
import { MailRefused } from "./refused";

/** How GOV.UK Notify is reached: the service and its secret are the last two ids of the API key. */
export interface NotifySettings {
  url: string;
  serviceId: string;
  secret: string;
}

export interface NotifyRequest {
  kind: "email" | "sms";
  templateId: string;
  to: string;
  personalisation: Record<string, string>;
  /** Our own id: Notify finds a message by it. */
  reference: string;
}

const TIMEOUT_MILLISECONDS = 15_000;
/** Too many at once: the one refusal of a request that passes. */
const TOO_MANY = 429;

/** The settings from the environment; null without a key, and in the demonstration, whose people are invented. */
export function notifySettings(): NotifySettings | null {
  const { NOTIFY_API_KEY: key, NOTIFY_URL: url } = env();
  if (!key || isDemonstration()) return null;
  return { url, serviceId: key.slice(-73, -37), secret: key.slice(-36) };
}

/**
 * Hands one message to GOV.UK Notify. Throws MailRefused when another try is pointless, another error
 * when it is not. What Notify answers is not logged: it may repeat the address.
 */
export async function postToNotify(
  settings: NotifySettings,
  { kind, templateId, to, personalisation, reference }: NotifyRequest,
): Promise<void> {
  const response = await fetch(new URL(`/v2/notifications/${kind}`, settings.url), {
    method: "POST",
    headers: {
      Authorization: `Bearer ${makeToken(settings, new Date())}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({
      [kind === "email" ? "email_address" : "phone_number"]: to,
      template_id: templateId,
      personalisation,
      reference,
    }),
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  await response.body?.cancel();
  if (response.ok) return;
  const { status } = response;
  log.warn({ status, reference }, "GOV.UK Notify did not take a message");
  if (status >= 400 && status < 500 && status !== TOO_MANY) {
    throw new MailRefused("GOV.UK Notify refused the message.");
  }
  throw new Error(`GOV.UK Notify answered ${status}.`);
}

/** A JSON Web Token (HS256) that says which service asks, and when: it holds for 30 seconds. */
function makeToken({ serviceId, secret }: NotifySettings, now: Date): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const said = [
    part({ typ: "JWT", alg: "HS256" }),
    part({ iss: serviceId, iat: Math.floor(now.getTime() / 1000) }),
  ].join(".");
  return `${said}.${createHmac("sha256", secret).update(said).digest("base64url")}`;
}
