import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { passwordLinks, users } from "@/lib/db/schema/auth";
import { readScope, writeScope } from "@/lib/db/scope";
import { isDemonstration } from "@/lib/env";
import { enqueue } from "@/lib/jobs/queue";
import { checkNewPassword, hashPassword } from "./passwords";
import { hashSecret, linkSecret } from "./secrets";
import { endAllSessions, recordAuthEvent, type SessionToken, startSession } from "./session";
import { takeTry } from "./throttle";

const AUTH = { role: "portal_auth", boroughs: [] } as const;
const SECRET = /^[0-9a-z]{26}$/;
export const RESET_MINUTES = 60;

/**
 * Asks for a link to choose a new password. The same statements run, and nothing is told, whether or
 * not anybody has this address: the worker mails the link if somebody does. False when throttled.
 */
export async function requestPasswordReset(email: string, source: string): Promise<boolean> {
  const address = email.trim().toLowerCase();
  const allowed = await takeTry([
    { kind: "reset", value: address, most: 3 },
    { kind: "reset-source", value: source, most: 20 },
  ]);
  if (!allowed) return false;
  const linkId = randomUUID();
  await writeScope(AUTH, async (tx) => {
    const barred = isDemonstration() ? sql`false` : sql`u.demonstration`;
    await tx.execute(sql`
      INSERT INTO password_links (id, user_id, token_hash, reason, expires_at)
      VALUES (${linkId},
        (SELECT u.id FROM users u
         WHERE lower(u.email) = ${address} AND u.disabled_at IS NULL AND NOT (${barred})),
        ${hashSecret(linkSecret("password", linkId))}, 'reset',
        now() + make_interval(mins => ${RESET_MINUTES}))`);
    await recordAuthEvent(tx, "password.reset_asked", {});
    await enqueue(tx, "password-link.send", { linkId });
  });
  return true;
}

const openLink = (secret: string) =>
  and(
    eq(passwordLinks.tokenHash, hashSecret(secret)),
    isNull(passwordLinks.usedAt),
    gt(passwordLinks.expiresAt, sql`now()`),
    sql`${passwordLinks.userId} IS NOT NULL`,
  );

/** Why an open link was sent; null when it was used, has run out or never was. Uses nothing up. */
export async function findPasswordLink(secret: string): Promise<"reset" | "welcome" | null> {
  if (!SECRET.test(secret)) return null;
  const [row] = await readScope(AUTH, (tx) =>
    tx.select({ reason: passwordLinks.reason }).from(passwordLinks).where(openLink(secret)),
  );
  return row?.reason ?? null;
}

/**
 * Chooses a password: uses the link up, ends every session of the person and starts one. Null when
 * the link is not open any more. Throws RuleBroken on `password`.
 */
export async function choosePassword(
  secret: string,
  password: string,
): Promise<SessionToken | null> {
  checkNewPassword(password);
  if (!(await findPasswordLink(secret))) return null;
  const passwordHash = await hashPassword(password);
  return writeScope(AUTH, async (tx) => {
    const [used] = await tx
      .update(passwordLinks)
      .set({ usedAt: new Date() })
      .where(openLink(secret))
      .returning({ userId: passwordLinks.userId });
    if (!used?.userId) return null;
    const { userId } = used;
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await tx
      .update(passwordLinks)
      .set({ usedAt: new Date() })
      .where(and(eq(passwordLinks.userId, userId), isNull(passwordLinks.usedAt)));
    await recordAuthEvent(tx, "password.chosen", { userId });
    await endAllSessions(tx, userId);
    return startSession(tx, { userId });
  });
}
