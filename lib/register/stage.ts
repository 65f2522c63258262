import "server-only";
import { sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { registerRows } from "@/lib/db/schema/register";
import type { ImportCounts, RegisterRow } from "./model";

const BATCH = 5_000;

interface Import {
  id: string;
  register: string;
}

/** Stages every row of a file with its outcome, then the entries that are gone. Answers the counts. */
export async function stageRows(
  ctx: WriteContext,
  { id, register }: Import,
  rows: AsyncIterable<RegisterRow>,
): Promise<ImportCounts> {
  let position = 0;
  let batch: RegisterRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    await stageBatch(ctx, { id, register }, batch, position);
    position += batch.length;
    batch = [];
  }
  await stageBatch(ctx, { id, register }, batch, position);
  position += batch.length;
  await stageGone(ctx, { id, register }, position);
  return countRows(ctx, id);
}

/** Compares rows with what the register said last, and says in words what differs. */
async function stageBatch(
  { tx, boroughCode }: WriteContext,
  { id, register }: Import,
  rows: RegisterRow[],
  from: number,
): Promise<void> {
  if (rows.length === 0) return;
  const text = (pick: (row: RegisterRow) => string | null) => arrayOf(rows.map(pick), "text");
  const int = (pick: (row: RegisterRow) => number | null) => arrayOf(rows.map(pick), "int");
  await tx.execute(sql`
    INSERT INTO register_rows (borough_code, import_id, position, line, outcome, reason, source_id, name,
      address, postcode, easting, northing, licence_type, trading)
    SELECT ${boroughCode}, ${id}::uuid, ${from}::int + r.nth, r.line,
      CASE WHEN r.refusal IS NOT NULL THEN 'refused' WHEN e.source_id IS NULL THEN 'new'
        WHEN d.words IS NOT NULL THEN 'changed' ELSE 'unchanged' END,
      coalesce(r.refusal, d.words, CASE WHEN e.source_id IS NULL THEN nullif(concat_ws(' ', CASE WHEN NOT r.trading
        THEN 'The register says it is closed: kept on record, not added to your businesses.' END, r.note), '') END),
      r.source_id, r.name, r.address, r.postcode, r.easting, r.northing, r.licence_type, r.trading
    FROM unnest(${int((r) => r.line)}, ${text((r) => r.refusal)}, ${text((r) => r.sourceId)},
      ${text((r) => r.name)}, ${text((r) => r.address)}, ${text((r) => r.postcode)},
      ${int((r) => r.easting)}, ${int((r) => r.northing)}, ${text((r) => r.note)}, ${text((r) => r.licenceType)},
      ${arrayOf(
        rows.map((r) => r.trading),
        "boolean",
      )}
    ) WITH ORDINALITY AS r (line, refusal, source_id, name, address, postcode, easting, northing, note, licence_type, trading, nth)
    LEFT JOIN LATERAL (
      SELECT * FROM register_entries k
      WHERE k.borough_code = ${boroughCode} AND k.register = ${register} AND k.source_id = r.source_id
      LIMIT 1
    ) e ON true
    LEFT JOIN LATERAL (
      SELECT nullif(concat_ws(' ',
        CASE WHEN e.gone_on IS NOT NULL THEN 'It is back on the register.' END,
        CASE WHEN e.trading AND NOT r.trading THEN 'It has closed.' END,
        CASE WHEN NOT e.trading AND r.trading THEN 'It is trading again.' END,
        CASE WHEN e.name <> r.name THEN 'The name was “' || e.name || '”.' END,
        CASE WHEN e.address <> r.address THEN 'The address was “' || e.address || '”.' END,
        CASE WHEN e.postcode <> r.postcode THEN 'The postcode was ' || e.postcode || '.' END,
        CASE WHEN e.source_id IS NOT NULL AND r.easting IS NOT NULL AND (e.easting, e.northing) IS DISTINCT FROM (r.easting, r.northing)
          THEN 'Its place on the map was corrected.' END,
        CASE WHEN e.source_id IS NOT NULL AND r.licence_type IS NOT NULL AND e.licence_type IS DISTINCT FROM r.licence_type
          THEN CASE WHEN e.licence_type IS NULL THEN 'Its licence is known now.' ELSE 'It has another licence.' END END
      ), '') AS words
    ) d ON true`);
}

/** An entry whose row is in the file is never gone, not even when that row was refused. */
async function stageGone(
  { tx, boroughCode }: WriteContext,
  { id, register }: Import,
  from: number,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO register_rows (borough_code, import_id, position, line, outcome, reason, source_id, name,
      address, postcode, easting, northing, trading)
    SELECT ${boroughCode}, ${id}::uuid, ${from}::int + row_number() OVER (ORDER BY lower(e.name), e.source_id),
      NULL, 'gone',
      CASE WHEN b.stage IN ('in_scope', 'invited') THEN 'The business will be closed.'
        WHEN b.stage = 'enrolled' THEN 'It is enrolled, so it stays on your list: check whether it has closed.'
        WHEN b.stage = 'excluded' THEN 'It is left out of your figures and stays so.'
        ELSE 'It is closed already: nothing else changes.' END,
      e.source_id, e.name, e.address, e.postcode, e.easting, e.northing, e.trading
    FROM (
      SELECT k.source_id FROM register_entries k
      WHERE k.borough_code = ${boroughCode} AND k.register = ${register} AND k.gone_on IS NULL
      EXCEPT
      SELECT r.source_id FROM register_rows r
      WHERE r.borough_code = ${boroughCode} AND r.import_id = ${id}
    ) missing
    JOIN register_entries e ON e.borough_code = ${boroughCode} AND e.register = ${register}
      AND e.source_id = missing.source_id
    LEFT JOIN businesses b ON b.borough_code = e.borough_code AND b.id = e.business_id`);
}

async function countRows({ tx, boroughCode }: WriteContext, id: string): Promise<ImportCounts> {
  const of = (outcome: string) =>
    sql`count(*) FILTER (WHERE ${registerRows.outcome} = ${outcome})::int`;
  const rows = await tx.execute<ImportCounts & Record<string, unknown>>(sql`
    SELECT count(*) FILTER (WHERE outcome <> 'gone')::int AS "read", ${of("new")} AS "new",
      ${of("changed")} AS "changed", ${of("unchanged")} AS "unchanged", ${of("refused")} AS "refused",
      ${of("gone")} AS "gone",
      count(*) FILTER (WHERE outcome = 'new' AND NOT trading)::int AS "notTrading"
    FROM register_rows WHERE borough_code = ${boroughCode} AND import_id = ${id}`);
  const [counts] = rows;
  if (!counts) throw new Error("A count always answers one row.");
  return counts;
}
