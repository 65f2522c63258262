import "server-only";
import { sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { RefreshContext } from "./refresh";
import { refreshTeams } from "./team-refresh";
import { refreshTouched } from "./touch";

/** Businesses whose standing is worked out again in one transaction. */
const BATCH = 100;

/** The next businesses of a borough in id order; none after the last. */
export async function listIdsAfter(
  { tx, boroughCode }: RefreshContext,
  after: string | null,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT id FROM businesses
    WHERE borough_code = ${boroughCode} AND (${after}::uuid IS NULL OR id > ${after}::uuid)
    ORDER BY id LIMIT ${BATCH}`);
  return rows.map((row) => row.id);
}

/** Works the next businesses out from their facts. Answers where to go on; null after the last. */
export async function recountBatch(
  ctx: RefreshContext,
  after: string | null,
): Promise<string | null> {
  const ids = await listIdsAfter(ctx, after);
  const teams = await refreshTouched(ctx, ids);
  if (teams.length > 0) await refreshTeams(ctx, teams);
  return ids.at(-1) ?? null;
}

/**
 * Adds to every cell what it lacks of the sum of the periods. One statement sees both at one moment,
 * and every other order changes both together: what is added stays right beside orders under way.
 */
export async function recountCells({ tx, boroughCode }: RefreshContext): Promise<void> {
  // Two recounts at once would both add.
  const lock = `recount|${boroughCode}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  await tx.execute(sql`
    ${cellDifferences(boroughCode)}
    INSERT INTO coverage_cells AS c (borough_code, measure, sector, ward, late, month, delta)
    SELECT ${boroughCode}, measure, sector, ward, late, month, computed - kept FROM differences
    ORDER BY measure, sector, ward, late, month
    ON CONFLICT (borough_code, measure, sector, ward, late, month)
    DO UPDATE SET delta = c.delta + excluded.delta`);
  await tx.execute(sql`
    ${totalDifferences(boroughCode)}
    INSERT INTO coverage_totals AS t (borough_code, measure, sector, month, delta)
    SELECT ${boroughCode}, measure, sector, month, computed - kept FROM differences
    ORDER BY measure, sector, month
    ON CONFLICT (borough_code, measure, sector, month)
    DO UPDATE SET delta = t.delta + excluded.delta`);
}

/** The totals that are not the sum of their cells, and what that sum is: `differences`, to select from. */
export const totalDifferences = (boroughCode: string) => sql`
    WITH computed AS (
      SELECT measure, sector, month, sum(delta)::int AS delta FROM coverage_cells
      WHERE borough_code = ${boroughCode} GROUP BY measure, sector, month
    ),
    kept AS (SELECT measure, sector, month, delta FROM coverage_totals WHERE borough_code = ${boroughCode}),
    differences AS (
      SELECT measure, sector, month, coalesce(kept.delta, 0) AS kept, coalesce(computed.delta, 0) AS computed
      FROM kept FULL JOIN computed USING (measure, sector, month)
      WHERE coalesce(kept.delta, 0) <> coalesce(computed.delta, 0)
    )`;

/** The cells that are not the sum of the periods, and what that sum is: `differences`, to select from. */
export const cellDifferences = (boroughCode: string) => sql`
    WITH steps AS (
      SELECT p.measure, s.sector, s.ward, s.late, v.month, v.delta
      FROM standing_periods p
      JOIN standings s ON s.borough_code = p.borough_code AND s.business_id = p.business_id
      CROSS JOIN LATERAL (VALUES (p.met_from, 1), (p.met_until, -1)) AS v (month, delta)
      WHERE p.borough_code = ${boroughCode} AND v.month IS NOT NULL
    ),
    computed AS (
      SELECT measure, sector, ward, late, month, sum(delta)::int AS delta FROM steps
      GROUP BY measure, sector, ward, late, month
    ),
    kept AS (
      SELECT measure, sector, ward, late, month, delta FROM coverage_cells
      WHERE borough_code = ${boroughCode} AND sector NOT IN ('', ${COUNCIL_TEAM})
    ),
    differences AS (
      SELECT measure, sector, ward, late, month, coalesce(kept.delta, 0) AS kept, coalesce(computed.delta, 0) AS computed
      FROM kept FULL JOIN computed USING (measure, sector, ward, late, month)
      WHERE coalesce(kept.delta, 0) <> coalesce(computed.delta, 0)
    )`;
