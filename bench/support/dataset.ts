import { randomInt, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { setUpBorough } from "@/lib/boroughs/commands";
import { runCommand } from "@/lib/command";
import { refreshTouched } from "@/lib/coverage/touch";
import { readScope, writeScope } from "@/lib/db/scope";
import { asOwner, ownerClient } from "@/lib/db/test/borough";

export interface Dataset {
  code: string;
  businesses: number;
  staff: number;
  certificates: number;
}

const STAFF_EACH = 40;
const BATCH = 200;

/** Invents a borough with `businesses` enrolled businesses of 40 people, four in five of them trained. */
export async function makeBorough(businesses: number): Promise<Dataset> {
  const code = `E98${String(randomInt(1_000_000)).padStart(6, "0")}`;
  await ownerClient()`INSERT INTO boroughs (code, name, police_area_code, tile_row, tile_column)
    VALUES (${code}, ${`Bench ${code}`}, 'AW', 9, 9)`;
  await runCommand(
    setUpBorough,
    { role: "programme", userId: randomUUID(), name: "Bench", boroughs: [code] },
    {},
    { boroughCode: code },
  );
  await asOwner([code], (tx) => writeFacts(tx, code, businesses));
  await count(code);
  return readDataset(code);
}

async function writeFacts(tx: postgres.TransactionSql, code: string, businesses: number) {
  await tx`INSERT INTO businesses (borough_code, id, sector, name, address, postcode, ward, stage, stage_on, headcount)
    SELECT ${code}, gen_random_uuid(), (ARRAY['hotel','taxi','licensed_premises'])[1 + n % 3], 'Business ' || n,
      n || ' Larkspur Row', 'W1A 1AA', 'Ward ' || n % 20, 'enrolled', current_date - 300, ${STAFF_EACH}
    FROM generate_series(1, ${businesses}) n`;
  await tx`INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
    SELECT borough_code, id, gen_random_uuid(), 'enrolled', current_date - 300 FROM businesses WHERE borough_code = ${code}`;
  await tx`INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on)
    SELECT borough_code, id, gen_random_uuid(), ${STAFF_EACH}, current_date - 300 FROM businesses WHERE borough_code = ${code}`;
  await tx`INSERT INTO staff_members (borough_code, id, business_id, name, name_key, is_manager, joined_on, confirmed_on)
    SELECT b.borough_code, gen_random_uuid(), b.id, 'Person ' || n, 'person ' || n, n = 1, current_date - 300, current_date - 300
    FROM businesses b, generate_series(1, ${STAFF_EACH}) n WHERE b.borough_code = ${code}`;
  await tx`INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on)
    SELECT b.borough_code, gen_random_uuid(), b.id, c.slug, current_date + 30
    FROM businesses b, courses c WHERE b.borough_code = ${code}`;
  await tx`ANALYZE staff_members, assignments`;
  await tx`INSERT INTO training_records (borough_code, id, business_id, staff_id, assignment_id, version_id, completed_on)
    SELECT s.borough_code, gen_random_uuid(), s.business_id, s.id, a.id, v.id, current_date - (abs(hashtext(s.id::text)) % 280)
    FROM staff_members s
    JOIN assignments a ON a.borough_code = s.borough_code AND a.business_id = s.business_id
    JOIN course_versions v ON v.course_slug = a.course_slug AND v.number = 1
    WHERE s.borough_code = ${code} AND (s.is_manager OR abs(hashtext(s.id::text || a.course_slug)) % 100 < 85)`;
  await tx`INSERT INTO certificates (borough_code, id, business_id, staff_id, record_id, course_slug, version_id, code_hash, issued_on, expires_on)
    SELECT r.borough_code, gen_random_uuid(), r.business_id, r.staff_id, r.id, v.course_slug, r.version_id, r.id::text,
      r.completed_on, (date_trunc('month', r.completed_on) + interval '13 months - 1 day')::date
    FROM training_records r JOIN course_versions v ON v.id = r.version_id WHERE r.borough_code = ${code}`;
}

async function count(code: string): Promise<void> {
  await ownerClient()`ANALYZE businesses, certificates, training_records, stage_changes, headcounts`;
  const scope = { role: "portal_borough" as const, boroughs: [code] };
  const rows = await readScope(scope, (tx) =>
    tx.execute<{ id: string }>(
      sql`SELECT id FROM businesses WHERE borough_code = ${code} ORDER BY id`,
    ),
  );
  for (let i = 0; i < rows.length; i += BATCH) {
    const ids = rows.slice(i, i + BATCH).map((row) => row.id);
    await writeScope(scope, (tx) => refreshTouched({ tx, boroughCode: code }, ids));
  }
  await ownerClient()`ANALYZE standings, standing_periods, coverage_cells, follow_ups, follow_up_cells`;
}

async function readDataset(code: string): Promise<Dataset> {
  return asOwner([code], async (tx) => {
    const [row] = await tx<{ businesses: number; staff: number; certificates: number }[]>`
      SELECT (SELECT count(*)::int FROM businesses WHERE borough_code = ${code}) AS businesses,
        (SELECT count(*)::int FROM staff_members WHERE borough_code = ${code}) AS staff,
        (SELECT count(*)::int FROM certificates WHERE borough_code = ${code}) AS certificates`;
    return {
      code,
      businesses: row?.businesses ?? 0,
      staff: row?.staff ?? 0,
      certificates: row?.certificates ?? 0,
    };
  });
}
