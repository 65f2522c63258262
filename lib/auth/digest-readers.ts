import "server-only";
import { sql } from "drizzle-orm";
import { readScope } from "@/lib/db/scope";
import type { Viewer } from "./viewer";

/** Somebody who is written to each week, and where they work or learn in the borough. */
export interface DigestReader {
  userId: string;
  name: string;
  email: string;
  boroughName: string;
  /** Where they want text messages, as +447…; null without. */
  mobile: string | null;
  /** They turned these e-mails off. */
  off: boolean;
  team: "borough_admin" | "borough_officer" | null;
  /** Businesses they manage. */
  manages: { businessId: string; staffId: string | null }[];
  /** Their own rows among the staff of businesses. */
  learns: { businessId: string; staffId: string }[];
}

const scopeOf = (boroughCode: string) =>
  ({ role: "portal_auth", boroughs: [boroughCode] }) as const;

/** Everybody with an account and a place in the borough. Only sign-in reads users. */
export async function listDigestReaders(boroughCode: string): Promise<DigestReader[]> {
  return readScope(scopeOf(boroughCode), async (tx) => [
    ...(await tx.execute<DigestReader & Record<string, unknown>>(
      sql`${readers(boroughCode)} ORDER BY u.id`,
    )),
  ]);
}

/**
 * The reader of an e-mail that waits, or whose text message does, as they are now; null when it is
 * settled, or they have no place any more.
 */
export async function findDigestReader(
  boroughCode: string,
  digestId: string,
  what: "email" | "text" = "email",
): Promise<DigestReader | null> {
  const waits = what === "text" ? sql`d.text_state = 'waiting'` : sql`d.state = 'waiting'`;
  const [row] = await readScope(scopeOf(boroughCode), (tx) =>
    tx.execute<DigestReader & Record<string, unknown>>(sql`
      ${readers(boroughCode)} AND u.id = (SELECT d.user_id FROM weekly_digests d
        WHERE d.borough_code = ${boroughCode} AND d.id = ${digestId}::uuid AND ${waits})`),
  );
  return row ?? null;
}

const readers = (boroughCode: string) => sql`
  SELECT u.id AS "userId", u.name, u.email, u.mobile, b.name AS "boroughName", coalesce(NOT c.emails, false) AS off,
    p.team, coalesce(p.manages, '[]') AS manages, coalesce(l.learns, '[]') AS learns
  FROM users u
  JOIN boroughs b ON b.code = ${boroughCode}
  LEFT JOIN digest_choices c ON c.borough_code = b.code AND c.user_id = u.id
  LEFT JOIN (
    SELECT m.user_id, min(m.role) FILTER (WHERE m.business_id IS NULL) AS team,
      json_agg(json_build_object('businessId', m.business_id, 'staffId', m.staff_id) ORDER BY m.created_at, m.id)
        FILTER (WHERE m.business_id IS NOT NULL) AS manages
    FROM memberships m WHERE m.borough_code = ${boroughCode} AND m.ended_at IS NULL GROUP BY m.user_id
  ) p ON p.user_id = u.id
  LEFT JOIN (
    SELECT s.user_id, json_agg(json_build_object('businessId', s.business_id, 'staffId', s.id)
      ORDER BY s.joined_on, s.id) AS learns
    FROM staff_members s
    WHERE s.borough_code = ${boroughCode} AND s.user_id IS NOT NULL AND s.left_on IS NULL GROUP BY s.user_id
  ) l ON l.user_id = u.id
  WHERE u.disabled_at IS NULL AND (p.user_id IS NOT NULL OR l.user_id IS NOT NULL)`;

type Team = Extract<Viewer, { role: "borough_admin" | "borough_officer" }>;
type Manager = Extract<Viewer, { role: "business_manager" }>;
type Learner = Extract<Viewer, { role: "staff" }>;

/** Who the reader is in each of their places: what they are told is what their own pages say. */
export function viewersOf(
  reader: DigestReader,
  boroughCode: string,
): { team: Team | null; managers: Manager[]; learners: Learner[] } {
  const { userId, name, team } = reader;
  return {
    team: team ? { role: team, userId, name, boroughCode } : null,
    managers: reader.manages.map(({ businessId, staffId }) => ({
      role: "business_manager",
      userId,
      name,
      boroughCode,
      businessId,
      ...(staffId ? { staffId } : {}),
    })),
    learners: reader.learns.map((own) => ({ role: "staff", name, boroughCode, ...own })),
  };
}
