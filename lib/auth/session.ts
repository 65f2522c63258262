import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { authEvents, sessions } from "@/lib/db/schema/auth";
import type { Scope, Transaction } from "@/lib/db/scope";
import { readScope, writeScope } from "@/lib/db/scope";
import { hashSecret, randomSecret } from "./secrets";

/** What the encrypted cookie holds: a random session id, and whose row to look for. */
export type SessionToken =
  | { sid: string; userId: string }
  | { sid: string; boroughCode: string; staffId: string };

/** Idle time and the longest a session lives, in minutes: an office desk, and a shared phone. */
const USER_LIMITS = { idle: 60 * 8, longest: 60 * 24 };
const STAFF_LIMITS = { idle: 60, longest: 60 * 4 };
const TOUCH_MINUTES = 5;

export interface SessionMembership {
  boroughCode: string;
  boroughName: string;
  role: "borough_admin" | "borough_officer" | "business_manager";
  businessId: string | null;
  staffId: string | null;
}

/** Everything a request needs to know about who asks, from one statement. */
export interface SessionHolder {
  idHash: string;
  kind: "user" | "staff";
  name: string;
  userId: string | null;
  memberships: SessionMembership[];
  policeAreas: { code: string; name: string; boroughs: string[] }[];
  programme: boolean;
  boroughCodes: string[];
  staff: { boroughCode: string; businessId: string; staffId: string } | null;
}

const AUTH: Scope = { role: "portal_auth", boroughs: [] };

/** Starts a session for a user or a confirmed or waiting staff member; the caller sets the cookie. */
export async function startSession(
  tx: Transaction,
  holder: { userId: string } | { boroughCode: string; businessId: string; staffId: string },
): Promise<SessionToken> {
  const sid = randomSecret();
  const limits = "userId" in holder ? USER_LIMITS : STAFF_LIMITS;
  await tx.insert(sessions).values({
    idHash: hashSecret(sid),
    ...holder,
    expiresAt: new Date(Date.now() + limits.longest * 60_000),
  });
  await recordAuthEvent(tx, "session.start", holder);
  return "userId" in holder
    ? { sid, userId: holder.userId }
    : { sid, boroughCode: holder.boroughCode, staffId: holder.staffId };
}

/** Appends a sign-in event: ids only. */
export async function recordAuthEvent(
  tx: Transaction,
  event: string,
  holder: { userId?: string; boroughCode?: string; staffId?: string },
): Promise<void> {
  const { userId, boroughCode, staffId } = holder;
  await tx.insert(authEvents).values({ id: randomUUID(), event, userId, boroughCode, staffId });
}

interface HolderRow extends Record<string, unknown> {
  kind: "user" | "staff";
  name: string;
  user_id: string | null;
  business_id: string | null;
  stale: boolean;
  memberships: SessionMembership[] | null;
  police_areas: SessionHolder["policeAreas"] | null;
  programme: boolean;
  borough_codes: string[];
}

/** Who holds this session now; null when it ended, idled out, or its holder was disabled or has left. */
export async function findSessionHolder(token: SessionToken): Promise<SessionHolder | null> {
  const idHash = hashSecret(token.sid);
  const row = "userId" in token ? await findUser(idHash, token) : await findStaff(idHash, token);
  if (!row) return null;
  if (row.stale) await touch(idHash);
  return {
    idHash,
    kind: row.kind,
    name: row.name,
    userId: row.user_id,
    memberships: row.memberships ?? [],
    policeAreas: row.police_areas ?? [],
    programme: row.programme,
    boroughCodes: row.borough_codes,
    staff:
      "staffId" in token && row.business_id
        ? { boroughCode: token.boroughCode, businessId: row.business_id, staffId: token.staffId }
        : null,
  };
}

const live = (idleMinutes: number) => sql`
  s.ended_at IS NULL AND s.expires_at > now()
  AND s.last_used_at > now() - make_interval(mins => ${idleMinutes})`;
const stale = sql`s.last_used_at < now() - make_interval(mins => ${TOUCH_MINUTES}) AS stale`;

async function findUser(idHash: string, token: { userId: string }): Promise<HolderRow | undefined> {
  const [row] = await readScope({ ...AUTH, userId: token.userId }, (tx) =>
    tx.execute<HolderRow>(sql`
      SELECT 'user' AS kind, u.name, u.id AS user_id, NULL::uuid AS business_id, ${stale},
        (SELECT json_agg(json_build_object('boroughCode', m.borough_code, 'boroughName', b.name, 'role', m.role,
                  'businessId', m.business_id, 'staffId', m.staff_id) ORDER BY b.name, m.role, m.created_at)
         FROM memberships m JOIN boroughs b ON b.code = m.borough_code
         WHERE m.user_id = u.id AND m.ended_at IS NULL) AS memberships,
        (SELECT json_agg(json_build_object('code', a.code, 'name', a.name, 'boroughs',
                  (SELECT json_agg(b.code ORDER BY b.code) FROM boroughs b WHERE b.police_area_code = a.code)) ORDER BY a.name)
         FROM police_memberships p JOIN police_areas a ON a.code = p.police_area_code
         WHERE p.user_id = u.id AND p.ended_at IS NULL) AS police_areas,
        EXISTS (SELECT 1 FROM programme_memberships g WHERE g.user_id = u.id AND g.ended_at IS NULL) AS programme,
        (SELECT json_agg(b.code ORDER BY b.code) FROM boroughs b) AS borough_codes
      FROM sessions s JOIN users u ON u.id = s.user_id
      WHERE s.id_hash = ${idHash} AND s.user_id = ${token.userId} AND u.disabled_at IS NULL AND ${live(USER_LIMITS.idle)}`),
  );
  return row;
}

async function findStaff(
  idHash: string,
  token: { boroughCode: string; staffId: string },
): Promise<HolderRow | undefined> {
  const [row] = await readScope({ ...AUTH, boroughs: [token.boroughCode] }, (tx) =>
    tx.execute<HolderRow>(sql`
      SELECT 'staff' AS kind, m.name, NULL::uuid AS user_id, m.business_id, ${stale},
        NULL::json AS memberships, NULL::json AS police_areas, false AS programme, '[]'::json AS borough_codes
      FROM sessions s
      JOIN staff_members m ON m.borough_code = s.borough_code AND m.id = s.staff_id
      WHERE s.id_hash = ${idHash} AND s.borough_code = ${token.boroughCode} AND s.staff_id = ${token.staffId}
        AND m.borough_code = ${token.boroughCode} AND m.left_on IS NULL
        AND NOT EXISTS (SELECT 1 FROM pin_codes c WHERE c.borough_code = m.borough_code AND c.staff_id = m.id
          AND c.used_at IS NULL) AND ${live(STAFF_LIMITS.idle)}`),
  );
  return row;
}

async function touch(idHash: string): Promise<void> {
  await writeScope(AUTH, (tx) =>
    tx.update(sessions).set({ lastUsedAt: new Date() }).where(eq(sessions.idHash, idHash)),
  );
}

/** Ends one session: the next request with its cookie is signed out. */
export async function endSession(token: SessionToken): Promise<void> {
  await writeScope(AUTH, async (tx) => {
    await tx
      .update(sessions)
      .set({ endedAt: new Date() })
      .where(eq(sessions.idHash, hashSecret(token.sid)));
    await recordAuthEvent(tx, "session.end", token);
  });
}

/** Ends every session of a user, on every device. */
export async function endAllSessions(tx: Transaction, userId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: new Date() })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)));
  await recordAuthEvent(tx, "session.end_all", { userId });
}
