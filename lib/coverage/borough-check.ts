import "server-only";
import { sql } from "drizzle-orm";
import { BOROUGH_MEASURES } from "@/lib/aims/model";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { WriteContext } from "@/lib/command";
import { computedBoroughPeriods } from "./borough-periods";
import type { CoverageFault } from "./check";
import { computedTeamFigures } from "./team-figures";

/** Recomputes what the borough itself meets from its facts, teams included: the cells that differ. Reads only. */
export async function checkBoroughMeasures(
  ctx: Pick<WriteContext, "tx" | "boroughCode">,
): Promise<CoverageFault[]> {
  const { tx, boroughCode } = ctx;
  const all = sql`((SELECT coalesce(array_agg(id), '{}') FROM businesses
    WHERE borough_code = ${boroughCode} AND sector = ${COUNCIL_TEAM})::uuid[])`;
  const teams = sql`SELECT * FROM (${computedTeamFigures(boroughCode, all)}) t`;
  const rows = await tx.execute<CoverageFault>(sql`
    WITH periods AS (${computedBoroughPeriods(boroughCode, BOROUGH_MEASURES, teams)}),
    computed AS (
      SELECT measure, month, sum(delta)::int AS delta
      FROM (
        SELECT measure, met_from AS month, 1 AS delta FROM periods
        UNION ALL SELECT measure, met_until, -1 FROM periods WHERE met_until IS NOT NULL
      ) steps
      GROUP BY measure, month
    ),
    kept AS (
      SELECT measure, month, sum(delta)::int AS delta FROM coverage_cells
      WHERE borough_code = ${boroughCode} AND sector = '' GROUP BY measure, month
    )
    SELECT measure, '' AS sector, month::text, coalesce(kept.delta, 0) AS kept, coalesce(computed.delta, 0) AS computed
    FROM kept FULL JOIN computed USING (measure, month)
    WHERE coalesce(kept.delta, 0) <> coalesce(computed.delta, 0)
    ORDER BY measure, month LIMIT 100`);
  return [...rows];
}
