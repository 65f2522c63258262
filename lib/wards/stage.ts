import "server-only";
import { sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import type { WardRow } from "./model";

const BATCH = 5_000;

export interface StagedCounts {
  postcodes: number;
  wards: number;
  rowsRepeated: number;
  rowsRefused: number;
}

/** Stages the rows of a list, refuses a postcode that is in two wards, and drops repeated rows. */
export async function stageWards(
  ctx: WriteContext,
  uploadId: string,
  rows: AsyncIterable<WardRow>,
): Promise<StagedCounts> {
  let batch: WardRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    await stageBatch(ctx, uploadId, batch);
    batch = [];
  }
  await stageBatch(ctx, uploadId, batch);
  await refuseSecondWards(ctx, uploadId);
  const rowsRepeated = await dropRepeated(ctx, uploadId);
  return { ...(await countStaged(ctx, uploadId)), rowsRepeated };
}

async function stageBatch(
  { tx, boroughCode }: WriteContext,
  uploadId: string,
  rows: readonly WardRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const text = (pick: (row: WardRow) => string | null) => arrayOf(rows.map(pick), "text");
  const lines = arrayOf(
    rows.map((row) => row.line),
    "int",
  );
  await tx.execute(sql`
    INSERT INTO ward_upload_rows (borough_code, upload_id, line, postcode, ward, reason)
    SELECT ${boroughCode}, ${uploadId}::uuid, r.line, r.postcode, r.ward, r.refusal
    FROM unnest(${lines}, ${text((r) => r.postcode)}, ${text((r) => r.ward)}, ${text((r) => r.refusal)})
      AS r (line, postcode, ward, refusal)`);
}

/** The first row of a postcode counts; a later one that says another ward is refused and says why. */
async function refuseSecondWards(
  { tx, boroughCode }: WriteContext,
  uploadId: string,
): Promise<void> {
  await tx.execute(sql`
    UPDATE ward_upload_rows r SET reason = 'Line ' || f.first_line || ' puts this postcode into “' || f.first_ward || '”.'
    FROM (
      SELECT line, ward, first_value(ward) OVER same AS first_ward, first_value(line) OVER same AS first_line
      FROM ward_upload_rows
      WHERE borough_code = ${boroughCode} AND upload_id = ${uploadId} AND reason IS NULL
      WINDOW same AS (PARTITION BY postcode ORDER BY line)
    ) f
    WHERE r.borough_code = ${boroughCode} AND r.upload_id = ${uploadId} AND r.line = f.line
      AND f.ward <> f.first_ward`);
}

async function dropRepeated({ tx, boroughCode }: WriteContext, uploadId: string): Promise<number> {
  const rows = await tx.execute(sql`
    DELETE FROM ward_upload_rows r USING (
      SELECT line, row_number() OVER (PARTITION BY postcode ORDER BY line) AS nth
      FROM ward_upload_rows
      WHERE borough_code = ${boroughCode} AND upload_id = ${uploadId} AND reason IS NULL
    ) f
    WHERE r.borough_code = ${boroughCode} AND r.upload_id = ${uploadId} AND r.line = f.line AND f.nth > 1
    RETURNING 1`);
  return rows.length;
}

async function countStaged({ tx, boroughCode }: WriteContext, uploadId: string) {
  const [counts] = await tx.execute<
    Omit<StagedCounts, "rowsRepeated"> & Record<string, unknown>
  >(sql`
    SELECT count(*) FILTER (WHERE reason IS NULL)::int AS postcodes,
      count(DISTINCT ward) FILTER (WHERE reason IS NULL)::int AS wards,
      count(*) FILTER (WHERE reason IS NOT NULL)::int AS "rowsRefused"
    FROM ward_upload_rows WHERE borough_code = ${boroughCode} AND upload_id = ${uploadId}`);
  if (!counts) throw new Error("A count always answers one row.");
  return counts;
}
