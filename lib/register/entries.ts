import "server-only";
import { sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";

export interface PreviewedImport {
  id: string;
  register: string;
  sector: string;
}

/** Writes what changed rows say into their entries. Each meets its entry: the upsert never inserts. */
export async function updateEntries(ctx: WriteContext, preview: PreviewedImport): Promise<void> {
  await ctx.tx.execute(sql`
    INSERT INTO register_entries AS e (borough_code, register, source_id, name, address, postcode, easting,
      northing, licence_type, trading, last_import_id, last_seen_on)
    SELECT r.borough_code, ${preview.register}, r.source_id, r.name, r.address, r.postcode, r.easting,
      r.northing, r.licence_type, r.trading, r.import_id, ${ctx.today}::date
    FROM register_rows r
    WHERE r.borough_code = ${ctx.boroughCode} AND r.import_id = ${preview.id} AND r.outcome = 'changed'
    ON CONFLICT (borough_code, register, source_id) DO UPDATE SET name = excluded.name,
      address = excluded.address, postcode = excluded.postcode,
      easting = coalesce(excluded.easting, e.easting), northing = coalesce(excluded.northing, e.northing),
      licence_type = coalesce(excluded.licence_type, e.licence_type),
      trading = excluded.trading, last_import_id = excluded.last_import_id,
      last_seen_on = excluded.last_seen_on, gone_on = NULL`);
}

/** Notes the day from which entries are no longer in the register. */
export async function markGone(ctx: WriteContext, preview: PreviewedImport): Promise<void> {
  await ctx.tx.execute(sql`
    INSERT INTO register_entries AS e (borough_code, register, source_id, name, address, postcode, trading,
      last_import_id, last_seen_on)
    SELECT r.borough_code, ${preview.register}, r.source_id, r.name, r.address, r.postcode, r.trading,
      r.import_id, ${ctx.today}::date
    FROM register_rows r
    WHERE r.borough_code = ${ctx.boroughCode} AND r.import_id = ${preview.id} AND r.outcome = 'gone'
    ON CONFLICT (borough_code, register, source_id)
    DO UPDATE SET gone_on = excluded.last_seen_on, last_import_id = excluded.last_import_id`);
}
