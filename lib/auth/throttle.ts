import "server-only";
import { createHmac } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { arrayOf } from "@/lib/db/arrays";
import { throttles } from "@/lib/db/schema/auth";
import { writeScope } from "@/lib/db/scope";
import { env } from "@/lib/env";

const WINDOW_MINUTES = 5;

export interface Limit {
  /** What is limited, e.g. "account"; with `value` it makes the hashed key. */
  kind: string;
  value: string;
  /** Tries in five minutes. */
  most: number;
}

const keyOf = (limit: Limit) =>
  createHmac("sha256", env().PORTAL_SECRET).update(`${limit.kind}:${limit.value}`).digest("hex");

/** Counts one try against each limit; false when one is used up. Nobody is locked out for good. */
export async function takeTry(limits: readonly Limit[]): Promise<boolean> {
  const keys = limits.map(keyOf).sort();
  const most = new Map(limits.map((limit) => [keyOf(limit), limit.most]));
  const rows = await writeScope({ role: "portal_auth", boroughs: [] }, (tx) =>
    tx.execute<{ key_hash: string; tries: number }>(sql`
      INSERT INTO throttles AS t (key_hash, tries, window_ends_at)
      SELECT k, 1, now() + make_interval(mins => ${WINDOW_MINUTES})
      FROM unnest(${arrayOf(keys, "text")}) AS k ORDER BY k
      ON CONFLICT (key_hash) DO UPDATE SET
        tries = CASE WHEN t.window_ends_at < now() THEN 1 ELSE t.tries + 1 END,
        window_ends_at = CASE WHEN t.window_ends_at < now() THEN excluded.window_ends_at ELSE t.window_ends_at END
      RETURNING key_hash, tries`),
  );
  return rows.every((row) => row.tries <= (most.get(row.key_hash) ?? 0));
}

/** Forgets the tries of a holder who then succeeded. */
export async function forgetTries(limits: readonly Limit[]): Promise<void> {
  await writeScope({ role: "portal_auth", boroughs: [] }, (tx) =>
    tx.delete(throttles).where(inArray(throttles.keyHash, limits.map(keyOf))),
  );
}
