import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/lib/db/schema/auth";
import { digestChoices } from "@/lib/db/schema/reminders";
import { readScope, writeScope } from "@/lib/db/scope";
import { NotFound } from "@/lib/errors";
import { isBoroughCode } from "./ids";
import { hashSecret } from "./secrets";
import { recordAuthEvent, type SessionHolder } from "./session";

const scopeOf = (boroughs: readonly string[]) => ({ role: "portal_auth", boroughs }) as const;

export interface DigestChoice {
  boroughCode: string;
  boroughName: string;
  /** They get the borough's weekly e-mail. */
  emails: boolean;
}

/** What the holder chose about the weekly e-mail of each borough they have a place in, by name. */
export async function listDigestChoices(holder: SessionHolder): Promise<DigestChoice[]> {
  const { userId } = holder;
  if (!userId) return [];
  const names = new Map(holder.memberships.map((m) => [m.boroughCode, m.boroughName]));
  const rows = await readScope(scopeOf([...names.keys()]), (tx) =>
    tx.execute<{ boroughCode: string; emails: boolean }>(sql`
      SELECT borough_code AS "boroughCode", emails FROM digest_choices WHERE user_id = ${userId}::uuid`),
  );
  const chosen = new Map(rows.map((row) => [row.boroughCode, row.emails]));
  return [...names].map(([boroughCode, boroughName]) => ({
    boroughCode,
    boroughName,
    emails: chosen.get(boroughCode) ?? true,
  }));
}

/** Turns the weekly e-mail of one of the holder's boroughs on or off. Throws NotFound elsewhere. */
export async function chooseDigest(
  holder: SessionHolder,
  boroughCode: string,
  emails: boolean,
): Promise<void> {
  const place = holder.memberships.some((m) => m.boroughCode === boroughCode);
  if (!holder.userId || !place) throw new NotFound();
  await keepChoice(boroughCode, holder.userId, emails);
}

interface StopRow extends Record<string, unknown> {
  user_id: string;
  borough_name: string;
  emails: boolean;
}

async function findStop(boroughCode: string, secret: string): Promise<StopRow | null> {
  if (!isBoroughCode(boroughCode) || !/^[0-9a-z]{26}$/.test(secret)) return null;
  const [row] = await readScope(scopeOf([boroughCode]), (tx) =>
    tx.execute<StopRow>(sql`
      SELECT d.user_id, b.name AS borough_name, coalesce(c.emails, true) AS emails
      FROM weekly_digests d
      JOIN boroughs b ON b.code = d.borough_code
      LEFT JOIN digest_choices c ON c.borough_code = d.borough_code AND c.user_id = d.user_id
      WHERE d.borough_code = ${boroughCode} AND d.stop_hash = ${hashSecret(secret)}`),
  );
  return row ?? null;
}

/** The weekly e-mail a letter's link would stop; null for a link no letter held. Looking changes nothing. */
export async function findStopLink(
  boroughCode: string,
  secret: string,
): Promise<Omit<DigestChoice, "boroughCode"> | null> {
  const row = await findStop(boroughCode, secret);
  return row && { boroughName: row.borough_name, emails: row.emails };
}

/** Stops the e-mails a letter's link belongs to, however often it is pressed. Throws NotFound. */
export async function stopByLink(boroughCode: string, secret: string): Promise<void> {
  const row = await findStop(boroughCode, secret);
  if (!row) throw new NotFound();
  if (row.emails) await keepChoice(boroughCode, row.user_id, false);
}

async function keepChoice(boroughCode: string, userId: string, emails: boolean): Promise<void> {
  await writeScope(scopeOf([boroughCode]), async (tx) => {
    await tx
      .insert(digestChoices)
      .values({ boroughCode, userId, emails })
      .onConflictDoUpdate({
        target: [digestChoices.boroughCode, digestChoices.userId],
        set: { emails, changedAt: sql`now()` },
      });
    const event = emails ? "weekly_email.turn_on" : "weekly_email.turn_off";
    await recordAuthEvent(tx, event, { userId, boroughCode });
  });
}

/** The number the holder gave for text messages, as +447…; null without one. */
export async function findMobile(holder: SessionHolder): Promise<string | null> {
  const { userId } = holder;
  if (!userId) return null;
  const [row] = await readScope(scopeOf([]), (tx) =>
    tx.select({ mobile: users.mobile }).from(users).where(eq(users.id, userId)),
  );
  return row?.mobile ?? null;
}

/** Keeps the number a manager wants text messages at, or takes it away (empty). Throws NotFound for anybody else. */
export async function keepMobile(holder: SessionHolder, mobile: string): Promise<void> {
  const { userId } = holder;
  if (!userId || !managesAnywhere(holder)) throw new NotFound();
  await writeScope(scopeOf([]), async (tx) => {
    await tx
      .update(users)
      .set({ mobile: mobile || null })
      .where(eq(users.id, userId));
    await recordAuthEvent(tx, mobile ? "mobile.give" : "mobile.take_away", { userId });
  });
}

/** Text messages are about overdue courses of a business: they are offered to its managers. */
export function managesAnywhere(holder: SessionHolder): boolean {
  return holder.memberships.some((m) => m.businessId !== null);
}
