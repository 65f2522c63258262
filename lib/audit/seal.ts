import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { arrayOf } from "@/lib/db/arrays";
import type { Transaction } from "@/lib/db/scope";

/** Entries sealed in one transaction. */
export const SEAL_BATCH = 1000;
/** No transaction lasts this long: an older entry was sealed by an earlier run. */
const LATEST_COMMIT = "1 day";
const BEGINNING = "0".repeat(64);

interface Entry extends Record<string, unknown> {
  id: string;
  content: Record<string, unknown>;
}

const CONTENT = sql`jsonb_build_object('borough_code', e.borough_code, 'id', e.id,
  'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actor_role', e.actor_role,
  'actor_id', e.actor_id, 'action', e.action, 'subject_type', e.subject_type, 'subject_id', e.subject_id,
  'business_id', e.business_id, 'fields', e.fields, 'details', e.details) AS content`;

/** The boroughs of the scope that hold entries no seal covers yet. */
export async function listUnsealedBoroughs(tx: Transaction): Promise<string[]> {
  const rows = await tx.execute<{ borough_code: string }>(sql`
    SELECT b.code AS borough_code FROM boroughs b
    WHERE EXISTS (SELECT 1 FROM audit_entries e WHERE e.borough_code = b.code AND ${unsealed()})
    ORDER BY b.code`);
  return rows.map((row) => row.borough_code);
}

function unsealed() {
  return sql`e.at > coalesce((SELECT l.sealed_at FROM audit_seals l WHERE l.borough_code = e.borough_code
      ORDER BY l.position DESC LIMIT 1), 'epoch') - ${LATEST_COMMIT}::interval
    AND NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.borough_code = e.borough_code AND s.audit_id = e.id)`;
}

/**
 * Adds the borough's unsealed entries to its hash chain, those seen committed first, first. Answers
 * how many were sealed; call again while it is the whole batch.
 */
export async function sealBatch(tx: Transaction, boroughCode: string): Promise<number> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`seal|${boroughCode}`}, 0))`,
  );
  const [last] = await tx.execute<{ position: string; hash: string }>(sql`
    SELECT position, hash FROM audit_seals WHERE borough_code = ${boroughCode}
    ORDER BY position DESC LIMIT 1`);
  const entries = await tx.execute<Entry>(sql`
    SELECT e.id, ${CONTENT} FROM audit_entries e
    WHERE e.borough_code = ${boroughCode} AND ${unsealed()}
    ORDER BY e.at, e.id LIMIT ${SEAL_BATCH}`);
  if (entries.length === 0) return 0;
  let position = Number(last?.position ?? 0);
  let hash = last?.hash ?? BEGINNING;
  const seals = entries.map((entry) => {
    position += 1;
    hash = nextHash(hash, entry.content);
    return { id: entry.id, position, hash };
  });
  await tx.execute(sql`
    INSERT INTO audit_seals (borough_code, position, audit_id, hash)
    SELECT ${boroughCode}, * FROM unnest(
      ${arrayOf(
        seals.map((s) => s.position),
        "int",
      )}, ${arrayOf(
        seals.map((s) => s.id),
        "uuid",
      )},
      ${arrayOf(
        seals.map((s) => s.hash),
        "text",
      )})`);
  return seals.length;
}

/** The first position of a borough's chain that no longer fits its entry; null when the chain holds. */
export async function findBrokenSeal(tx: Transaction, boroughCode: string): Promise<number | null> {
  let hash = BEGINNING;
  let position = 0;
  for (;;) {
    const rows = await tx.execute<Entry & { position: string; hash: string }>(sql`
      SELECT s.position, s.hash, e.id, ${CONTENT}
      FROM audit_seals s
      JOIN audit_entries e ON e.borough_code = s.borough_code AND e.id = s.audit_id
      WHERE s.borough_code = ${boroughCode} AND s.position > ${position}
      ORDER BY s.position LIMIT ${SEAL_BATCH}`);
    for (const row of rows) {
      position += 1;
      hash = nextHash(hash, row.content);
      if (Number(row.position) !== position || row.hash !== hash) return position;
    }
    if (rows.length < SEAL_BATCH) return null;
  }
}

function nextHash(previous: string, content: unknown): string {
  return createHash("sha256").update(previous).update(canonicalJson(content)).digest("hex");
}

/** JSON with the keys of every object in order: the same facts always give the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${pairs.join(",")}}`;
}
