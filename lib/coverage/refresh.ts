import "server-only";
import { sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { computedPeriods } from "./periods";
import { addToCells, sumSteps, writePeriods } from "./refresh-writes";

/** A period that stands and should not (old), or should and does not (new), and where it is counted. */
export interface Difference extends Record<string, unknown> {
  side: "old" | "new";
  business_id: string;
  measure: string;
  met_from: string;
  met_until: string | null;
  sector: string;
  ward: string;
  late: boolean;
}

/** Businesses compared in one statement: fewer cost more planning, more outgrow the planner's guesses. */
const AT_ONCE = 200;

export type RefreshContext = Pick<WriteContext, "tx" | "boroughCode">;

/**
 * Recomputes what these businesses have achieved from their own facts and adds the differences to the
 * coverage cells, in the caller's transaction and role. Locks standings in id order and cells in key
 * order, so two commands never wait for each other in a circle. Answers which of them are council teams.
 */
export async function refreshCoverage(
  ctx: RefreshContext,
  businessIds: readonly string[],
): Promise<string[]> {
  const ids = [...new Set(businessIds)].sort();
  if (ids.length === 0) return [];
  const teams = await lockStandings(ctx, ids);
  const differences = await findDifferences(ctx, ids);
  if (differences.length > 0) {
    await writePeriods(ctx, differences);
    await addToCells(ctx, sumSteps(differences));
  }
  return teams;
}

/**
 * Locks the standings of these businesses, in the order given; a business without one gets it.
 * Answers which of them are council teams.
 */
export async function lockStandings(
  { tx, boroughCode }: RefreshContext,
  ids: readonly string[],
): Promise<string[]> {
  const lock = sql`
    SELECT business_id, sector FROM standings
    WHERE borough_code = ${boroughCode} AND business_id = ANY (${arrayOf(ids, "uuid")})
    ORDER BY business_id FOR UPDATE`;
  const teamsOf = (rows: readonly Record<string, unknown>[]) =>
    rows.filter((row) => row.sector === COUNCIL_TEAM).map((row) => String(row.business_id));
  const locked = await tx.execute(lock);
  if (locked.length === ids.length) return teamsOf(locked);
  await tx.execute(sql`
    INSERT INTO standings (borough_code, business_id, sector, ward, late)
    SELECT b.borough_code, b.id, b.sector, coalesce(b.ward, ''), coalesce(b.opens_late, false)
    FROM businesses b
    WHERE b.borough_code = ${boroughCode} AND b.id = ANY (${arrayOf(ids, "uuid")})
    ORDER BY b.id
    ON CONFLICT DO NOTHING`);
  return teamsOf(await tx.execute(lock));
}

/** The periods that stand and should not, and those that should and do not; a moved business: all of them. */
export async function findDifferences(
  ctx: RefreshContext,
  ids: readonly string[],
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    differences.push(...(await compare(ctx, ids.slice(from, from + AT_ONCE))));
  }
  return differences;
}

async function compare(
  { tx, boroughCode }: RefreshContext,
  ids: readonly string[],
): Promise<Difference[]> {
  const businesses = arrayOf(ids, "uuid");
  const rows = await tx.execute<Difference>(sql`
    WITH place AS (
      SELECT s.business_id, s.sector AS old_sector, s.ward AS old_ward, s.late AS old_late,
             b.sector AS new_sector, coalesce(b.ward, '') AS new_ward, coalesce(b.opens_late, false) AS new_late
      FROM standings s
      JOIN businesses b ON b.borough_code = s.borough_code AND b.id = s.business_id
      WHERE s.borough_code = ${boroughCode} AND s.business_id = ANY (${businesses})
    ),
    old AS (
      SELECT p.business_id, p.measure, p.met_from, p.met_until, l.old_sector AS sector, l.old_ward AS ward, l.old_late AS late
      FROM standing_periods p JOIN place l USING (business_id)
      WHERE p.borough_code = ${boroughCode} AND p.business_id = ANY (${businesses})
    ),
    new AS (
      SELECT c.business_id, c.measure, c.met_from, c.met_until, l.new_sector AS sector, l.new_ward AS ward, l.new_late AS late
      FROM (${computedPeriods(boroughCode, businesses)}) c JOIN place l USING (business_id)
    )
    SELECT 'old' AS side, o.* FROM (SELECT * FROM old EXCEPT SELECT * FROM new) o
    UNION ALL
    SELECT 'new' AS side, n.* FROM (SELECT * FROM new EXCEPT SELECT * FROM old) n`);
  return [...rows];
}
