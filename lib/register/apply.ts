import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { shareWardList } from "@/lib/boroughs/wards";
import { withdrawOpenInvitations } from "@/lib/businesses/stages";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { markGone, type PreviewedImport, updateEntries } from "./entries";

/** What a confirmed import did to the borough's businesses. */
export interface Applied {
  added: number;
  updated: number;
  closed: number;
  reopened: number;
  /** Every business whose facts changed. */
  businessIds: string[];
}

/** Writes a preview's new, changed and gone rows, set by set; unchanged rows write nothing. */
export async function applyImport(ctx: WriteContext, preview: PreviewedImport): Promise<Applied> {
  await shareWardList(ctx);
  await holdBusinesses(ctx, preview);
  const stages = await findStages(ctx, preview);
  const updated = await updateDetails(ctx, preview);
  const added = await addBusinesses(ctx, preview);
  await updateEntries(ctx, preview);
  await changeStages(ctx, stages);
  await markGone(ctx, preview);
  const closed = stages.filter((row) => row.stage === "closed").map((row) => row.id);
  if (closed.length > 0) await withdrawOpenInvitations(ctx, closed);
  const moved = stages.map((row) => row.id);
  return {
    added: added.length,
    updated: updated.length,
    closed: closed.length,
    reopened: moved.length - closed.length,
    businessIds: [...new Set([...added, ...updated, ...moved])],
  };
}

/**
 * Staged rows beside the entry they were compared with. LATERAL with LIMIT: fresh tables have no
 * statistics, and each row must find its entry by the key however the planner guesses.
 */
function rowsWithEntries({ boroughCode }: WriteContext, { id, register }: PreviewedImport): SQL {
  return sql`register_rows r
    CROSS JOIN LATERAL (
      SELECT * FROM register_entries k
      WHERE k.borough_code = ${boroughCode} AND k.register = ${register} AND k.source_id = r.source_id
      LIMIT 1
    ) e
    WHERE r.borough_code = ${boroughCode} AND r.import_id = ${id}`;
}

/** The ward of a postcode by the borough's list; null when it is in no row of it. */
const wardOf = ({ boroughCode }: WriteContext, postcode: SQL): SQL => sql`(
  SELECT w.ward FROM ward_postcodes w
  WHERE w.borough_code = ${boroughCode} AND w.postcode = replace(${postcode}, ' ', ''))`;

const ids = async (ctx: WriteContext, statement: SQL): Promise<string[]> =>
  (await ctx.tx.execute<{ id: string }>(statement)).map((row) => row.id);

/** Locks the businesses concerned in id order, so that two orders never wait in a circle. */
async function holdBusinesses(ctx: WriteContext, preview: PreviewedImport): Promise<void> {
  await ctx.tx.execute(sql`
    SELECT id FROM businesses
    WHERE borough_code = ${ctx.boroughCode} AND id IN (
      SELECT e.business_id FROM ${rowsWithEntries(ctx, preview)} AND r.outcome IN ('changed', 'gone'))
    ORDER BY id FOR UPDATE`);
}

interface StageRow extends Record<string, unknown> {
  id: string;
  stage: "closed" | "in_scope" | "enrolled";
}

/** Closed in the register or gone from it: closed. Trading again: back to where it was. */
async function findStages(ctx: WriteContext, preview: PreviewedImport): Promise<StageRow[]> {
  const rows = await ctx.tx.execute<StageRow>(sql`
    SELECT b.id, CASE WHEN t.closes THEN 'closed' WHEN last.stage = 'enrolled' THEN 'enrolled' ELSE 'in_scope' END AS stage
    FROM (
      SELECT e.business_id,
        (r.outcome = 'changed' AND e.trading AND NOT r.trading) AS shuts,
        (r.outcome = 'gone') AS gone,
        (r.outcome = 'changed' AND r.trading AND (NOT e.trading OR e.gone_on IS NOT NULL)) AS opens
      FROM ${rowsWithEntries(ctx, preview)} AND r.outcome IN ('changed', 'gone')
    ) c
    JOIN businesses b ON b.borough_code = ${ctx.boroughCode} AND b.id = c.business_id
    CROSS JOIN LATERAL (
      SELECT (c.shuts AND b.stage <> 'closed') OR (c.gone AND b.stage IN ('in_scope', 'invited')) AS closes
    ) t
    LEFT JOIN LATERAL (
      SELECT s.stage FROM stage_changes s
      WHERE s.borough_code = ${ctx.boroughCode} AND s.business_id = b.id
        AND s.stage IN ('in_scope', 'invited', 'enrolled')
      ORDER BY s.from_on DESC, s.recorded_at DESC LIMIT 1
    ) last ON c.opens
    WHERE t.closes OR (c.opens AND b.stage = 'closed')`);
  return [...rows];
}

/** What the register corrected goes to the business; what an officer corrected by hand stays. */
async function updateDetails(ctx: WriteContext, preview: PreviewedImport): Promise<string[]> {
  return ids(
    ctx,
    sql`
    UPDATE businesses b SET
      name = CASE WHEN c.old_name <> c.name THEN c.name ELSE b.name END,
      address = CASE WHEN c.old_address <> c.address THEN c.address ELSE b.address END,
      postcode = CASE WHEN c.old_postcode <> c.postcode THEN c.postcode ELSE b.postcode END,
      ward = CASE WHEN c.old_postcode <> c.postcode THEN ${wardOf(ctx, sql`c.postcode`)} ELSE b.ward END,
      easting = coalesce(c.easting, b.easting),
      northing = coalesce(c.northing, b.northing),
      licence_type = CASE WHEN c.licence_type IS DISTINCT FROM c.old_licence_type
        THEN coalesce(c.licence_type, b.licence_type) ELSE b.licence_type END,
      updated_at = now()
    FROM (
      SELECT e.business_id, r.name, r.address, r.postcode, r.easting, r.northing, r.licence_type,
        e.name AS old_name, e.address AS old_address, e.postcode AS old_postcode, e.licence_type AS old_licence_type
      FROM ${rowsWithEntries(ctx, preview)} AND r.outcome = 'changed'
        AND (e.name <> r.name OR e.address <> r.address OR e.postcode <> r.postcode
          OR (r.easting IS NOT NULL AND (e.easting, e.northing) IS DISTINCT FROM (r.easting, r.northing))
          OR (r.licence_type IS NOT NULL AND e.licence_type IS DISTINCT FROM r.licence_type))
    ) c
    WHERE b.borough_code = ${ctx.boroughCode} AND b.id = c.business_id
    RETURNING b.id`,
  );
}

/** New trading rows, and old entries that trade for the first time, become businesses in scope. */
async function addBusinesses(ctx: WriteContext, preview: PreviewedImport): Promise<string[]> {
  const { boroughCode, today } = ctx;
  return ids(
    ctx,
    sql`
    WITH fresh AS MATERIALIZED (
      SELECT CASE WHEN r.trading THEN gen_random_uuid() END AS business_id, r.source_id, r.name, r.address,
        r.postcode, r.easting, r.northing, r.licence_type, r.trading
      FROM register_rows r
      LEFT JOIN LATERAL (
        SELECT k.business_id FROM register_entries k
        WHERE k.borough_code = ${boroughCode} AND k.register = ${preview.register}
          AND k.source_id = r.source_id
        LIMIT 1
      ) e ON r.outcome = 'changed'
      WHERE r.borough_code = ${boroughCode} AND r.import_id = ${preview.id}
        AND (r.outcome = 'new' OR (r.outcome = 'changed' AND r.trading AND e.business_id IS NULL))
    ),
    added AS (
      INSERT INTO businesses (borough_code, id, sector, name, address, postcode, ward, easting, northing, licence_type, stage, stage_on)
      SELECT ${boroughCode}, business_id, ${preview.sector}, name, address, postcode,
        ${wardOf(ctx, sql`fresh.postcode`)}, easting, northing, licence_type,
        'in_scope', ${today}::date
      FROM fresh WHERE trading
    ),
    staged AS (
      INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
      SELECT ${boroughCode}, business_id, gen_random_uuid(), 'in_scope', ${today}::date FROM fresh WHERE trading
    ),
    entered AS (
      INSERT INTO register_entries AS e (borough_code, register, source_id, business_id, name, address, postcode,
        easting, northing, licence_type, trading, last_import_id, last_seen_on)
      SELECT ${boroughCode}, ${preview.register}, source_id, business_id, name, address, postcode, easting,
        northing, licence_type, trading, ${preview.id}::uuid, ${today}::date
      FROM fresh
      ON CONFLICT (borough_code, register, source_id) DO UPDATE SET business_id = excluded.business_id
    )
    SELECT business_id AS id FROM fresh WHERE trading`,
  );
}

async function changeStages(ctx: WriteContext, rows: StageRow[]): Promise<void> {
  if (rows.length === 0) return;
  const changes = sql`unnest(${arrayOf(
    rows.map((row) => row.id),
    "uuid",
  )},
    ${arrayOf(
      rows.map((row) => row.stage),
      "text",
    )}) AS c (business_id, stage)`;
  await ctx.tx.execute(sql`
    INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
    SELECT ${ctx.boroughCode}, c.business_id, gen_random_uuid(), c.stage, ${ctx.today}::date FROM ${changes}`);
  await ctx.tx.execute(sql`
    UPDATE businesses b SET stage = c.stage, stage_on = ${ctx.today}::date, exclusion_reason = NULL,
      exclusion_review_on = NULL, updated_at = now()
    FROM ${changes} WHERE b.borough_code = ${ctx.boroughCode} AND b.id = c.business_id`);
}
