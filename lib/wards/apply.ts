import "server-only";
import { sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { WriteContext } from "@/lib/command";

/** Makes the staged rows the borough's ward list: what is not among them is on it no longer. */
export async function replaceWardList(ctx: WriteContext, uploadId: string): Promise<void> {
  const { tx, boroughCode } = ctx;
  await tx.execute(sql`
    DELETE FROM ward_postcodes w
    WHERE w.borough_code = ${boroughCode} AND NOT EXISTS (
      SELECT FROM ward_upload_rows r WHERE r.borough_code = ${boroughCode} AND r.upload_id = ${uploadId}
        AND r.postcode = w.postcode AND r.reason IS NULL)`);
  await tx.execute(sql`
    INSERT INTO ward_postcodes AS w (borough_code, postcode, ward)
    SELECT r.borough_code, r.postcode, r.ward FROM ward_upload_rows r
    WHERE r.borough_code = ${boroughCode} AND r.upload_id = ${uploadId} AND r.reason IS NULL
    ON CONFLICT (borough_code, postcode) DO UPDATE SET ward = excluded.ward WHERE w.ward <> excluded.ward`);
}

/** Gives every business the ward of its postcode. Answers those whose ward changed. */
export async function placeBusinesses({ tx, boroughCode }: WriteContext): Promise<string[]> {
  const moved = sql`businesses b
    LEFT JOIN ward_postcodes w ON w.borough_code = b.borough_code AND w.postcode = replace(b.postcode, ' ', '')
    WHERE b.borough_code = ${boroughCode} AND b.sector <> ${COUNCIL_TEAM} AND b.ward IS DISTINCT FROM w.ward`;
  // In id order, so that two orders never wait in a circle.
  await tx.execute(sql`SELECT b.id FROM ${moved} ORDER BY b.id FOR UPDATE OF b`);
  const rows = await tx.execute<{ id: string }>(sql`
    UPDATE businesses t SET ward = c.ward, updated_at = now()
    FROM (SELECT b.id, w.ward FROM ${moved}) c
    WHERE t.borough_code = ${boroughCode} AND t.id = c.id
    RETURNING t.id`);
  return rows.map((row) => row.id);
}

/** Businesses whose postcode is in no row of the list. */
export async function countUnplaced({ tx, boroughCode }: WriteContext): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM businesses
    WHERE borough_code = ${boroughCode} AND sector <> ${COUNCIL_TEAM} AND ward IS NULL`);
  return row?.count ?? 0;
}
