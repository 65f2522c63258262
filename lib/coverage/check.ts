import "server-only";
import { sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { WriteContext } from "@/lib/command";
import { checkBoroughMeasures } from "./borough-check";
import { computedPeriods } from "./periods";

/** A coverage cell that does not say what the facts say. */
export interface CoverageFault extends Record<string, unknown> {
  measure: string;
  sector: string;
  month: string;
  kept: number;
  computed: number;
}

/** Recomputes a borough's coverage from its facts: the cells that differ, at most 100. Reads only. */
export async function checkCoverage(
  ctx: Pick<WriteContext, "tx" | "boroughCode">,
): Promise<CoverageFault[]> {
  const { tx, boroughCode } = ctx;
  const all = sql`((SELECT coalesce(array_agg(id), '{}') FROM businesses WHERE borough_code = ${boroughCode})::uuid[])`;
  const rows = await tx.execute<CoverageFault>(sql`
    WITH periods AS (
      SELECT c.measure, c.met_from, c.met_until, b.sector, coalesce(b.ward, '') AS ward, coalesce(b.opens_late, false) AS late
      FROM (${computedPeriods(boroughCode, all)}) c
      JOIN businesses b ON b.borough_code = ${boroughCode} AND b.id = c.business_id
    ),
    computed AS (
      SELECT measure, sector, ward, late, month, sum(delta)::int AS delta
      FROM (
        SELECT measure, sector, ward, late, met_from AS month, 1 AS delta FROM periods
        UNION ALL
        SELECT measure, sector, ward, late, met_until, -1 FROM periods WHERE met_until IS NOT NULL
      ) steps
      GROUP BY measure, sector, ward, late, month
    ),
    kept AS (
      SELECT measure, sector, ward, late, month, delta FROM coverage_cells
      WHERE borough_code = ${boroughCode} AND sector NOT IN ('', ${COUNCIL_TEAM})
    )
    SELECT measure, sector, month::text, coalesce(kept.delta, 0) AS kept, coalesce(computed.delta, 0) AS computed
    FROM kept FULL JOIN computed USING (measure, sector, ward, late, month)
    WHERE coalesce(kept.delta, 0) <> coalesce(computed.delta, 0)
    ORDER BY measure, sector, month LIMIT 100`);
  return [...rows, ...(await checkBoroughMeasures(ctx))];
}
