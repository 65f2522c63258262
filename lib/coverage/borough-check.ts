import "server-only";
import { sql } from "drizzle-orm";
import { BOROUGH_MEASURES } from "@/lib/aims/model";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { WriteContext } from "@/lib/command";
import { computedBoroughPeriods } from "./borough-periods";
import type { CoverageFault } from "./check";
import { computedTeamFigures, TEAM_BRIEFED, TEAM_PEOPLE } from "./team-figures";

/** Recomputes what the borough itself meets from its facts, teams included: the cells that differ. Reads only. */
export async function checkBoroughMeasures(
  ctx: Pick<WriteContext, "tx" | "boroughCode">,
): Promise<CoverageFault[]> {
  const { tx, boroughCode } = ctx;
  const all = sql`((SELECT coalesce(array_agg(id), '{}') FROM businesses
    WHERE borough_code = ${boroughCode} AND sector = ${COUNCIL_TEAM})::uuid[])`;
  const before = sql`OVER (PARTITION BY business_id ORDER BY month)`;
  const teams = sql`
    SELECT month, headcount - lag(headcount, 1, 0) ${before} AS people, trained - lag(trained, 1, 0) ${before} AS briefed
    FROM (${computedTeamFigures(boroughCode, all)}) t`;
  const rows = await tx.execute<CoverageFault>(sql`
    WITH periods AS (${computedBoroughPeriods(boroughCode, BOROUGH_MEASURES, teams)}),
    team_steps AS (${teams}),
    computed AS (
      SELECT measure, month, sum(delta)::int AS delta
      FROM (
        SELECT measure, met_from AS month, 1 AS delta FROM periods
        UNION ALL SELECT measure, met_until, -1 FROM periods WHERE met_until IS NOT NULL
        UNION ALL SELECT ${TEAM_PEOPLE}, month, people FROM team_steps
        UNION ALL SELECT ${TEAM_BRIEFED}, month, briefed FROM team_steps
      ) steps
      GROUP BY measure, month
    ),
    kept AS (
      SELECT measure, month, sum(delta)::int AS delta FROM coverage_cells
      WHERE borough_code = ${boroughCode} AND sector IN ('', ${COUNCIL_TEAM}) GROUP BY measure, month
    )
    SELECT 'borough' AS kind, measure, '' AS sector, month::text, coalesce(kept.delta, 0) AS kept, coalesce(computed.delta, 0) AS computed
    FROM kept FULL JOIN computed USING (measure, month)
    WHERE coalesce(kept.delta, 0) <> coalesce(computed.delta, 0)
    ORDER BY measure, month LIMIT 100`);
  return [...rows];
}
