import { type SQL, sql } from "drizzle-orm";
import { type BoroughMeasure, COUNCIL_SHARE, REGISTER_DAYS } from "@/lib/aims/model";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import { TEAM_BRIEFED, TEAM_PEOPLE } from "./team-figures";

/** When something the borough or police did counts: (measure, part, first_day, last_day). */
function heldBy(boroughCode: string, measures: readonly BoroughMeasure[]): SQL {
  const parts: SQL[] = [];
  const asks = (measure: BoroughMeasure) => measures.includes(measure);
  if (asks("lead") || asks("agreement") || asks("meeting")) {
    parts.push(sql`
      SELECT kind AS measure, '' AS part, done_on AS first_day, holds_until AS last_day FROM borough_actions
      WHERE borough_code = ${boroughCode} AND kind IN ('lead', 'agreement', 'meeting')
        AND done_on IS NOT NULL AND cancelled_on IS NULL`);
  }
  if (asks("register")) {
    parts.push(sql`
      SELECT 'register', a.sector, a.done_on, a.holds_until FROM borough_actions a
      JOIN sectors c ON c.borough_code = a.borough_code AND c.code = a.sector AND c.counts_as_business
      WHERE a.borough_code = ${boroughCode} AND a.kind = 'register'
        AND a.done_on IS NOT NULL AND a.cancelled_on IS NULL
      UNION ALL
      SELECT 'register', i.sector, d.day,
        (date_trunc('month', d.day + ${REGISTER_DAYS}::int) + interval '1 month - 1 day')::date
      FROM register_imports i
      JOIN sectors c ON c.borough_code = i.borough_code AND c.code = i.sector AND c.counts_as_business
      CROSS JOIN LATERAL (SELECT (i.settled_at AT TIME ZONE 'Europe/London')::date AS day) d
      WHERE i.borough_code = ${boroughCode} AND i.state = 'confirmed'`);
  }
  if (asks("call_handlers")) {
    parts.push(sql`
      SELECT 'call_handlers', '', confirmed_on, holds_until FROM police_confirmations
      WHERE borough_code = ${boroughCode} AND kind = 'call_handlers'`);
  }
  const nothing = sql`SELECT NULL::text AS measure, NULL::text AS part, NULL::date AS first_day, NULL::date AS last_day WHERE false`;
  return sql.join([nothing, ...parts], sql` UNION ALL `);
}

/** The council teams' people and those briefed, summed up to each month in which a team changes. */
const TEAM_FLAGS = sql`
    SELECT 'council_staff' AS measure, month,
      people > 0 AND briefed * 100 >= people * ${COUNCIL_SHARE}::int AS met
    FROM (
      SELECT month, sum(sum(people)) OVER (ORDER BY month) AS people,
        sum(sum(briefed)) OVER (ORDER BY month) AS briefed
      FROM team_months GROUP BY month
    ) sums`;

/**
 * Months in which the borough itself meets each of these measures: rows of (measure, met_from,
 * met_until), as business periods are. `teams` are rows of (month, people, briefed): what
 * changes in a month over all council teams.
 * Reads only what the measures asked for need: a role that may write one need not see the others' facts.
 */
export function computedBoroughPeriods(
  boroughCode: string,
  measures: readonly BoroughMeasure[],
  teams: SQL,
): SQL {
  const withTeams = measures.includes("council_staff");
  return sql`
    WITH held AS MATERIALIZED (${heldBy(boroughCode, measures)}),
    marks AS (
      SELECT DISTINCT measure, date_trunc('month', day)::date AS month,
        (date_trunc('month', day) + interval '1 month - 1 day')::date AS last_day
      FROM (
        SELECT measure, first_day AS day FROM held UNION ALL SELECT measure, last_day + 1 FROM held
      ) days
    ),
    needed AS (
      SELECT count(*) AS sectors FROM sectors WHERE borough_code = ${boroughCode} AND counts_as_business
    ),
    ${withTeams ? sql`team_months AS MATERIALIZED (${teams}),` : sql``}
    flags AS (
      SELECT m.measure, m.month,
        count(DISTINCT h.part) >= CASE m.measure WHEN 'register' THEN max(needed.sectors) ELSE 1 END AS met
      FROM marks m CROSS JOIN needed
      LEFT JOIN held h ON h.measure = m.measure AND m.last_day BETWEEN h.first_day AND h.last_day
      GROUP BY m.measure, m.month
      ${withTeams ? sql`UNION ALL ${TEAM_FLAGS}` : sql``}
    ),
    turns AS (
      SELECT *, lag(met, 1, false) OVER (PARTITION BY measure ORDER BY month) AS met_before FROM flags
    ),
    edges AS (
      SELECT measure, met, month AS met_from, lead(month) OVER (PARTITION BY measure ORDER BY month) AS met_until
      FROM turns WHERE met <> met_before
    )
    SELECT measure, met_from, met_until FROM edges WHERE met`;
}

/** What changes from month to month over all council teams, as the cells keep it. */
export const keptTeamMonths = (boroughCode: string): SQL => sql`
  SELECT month, CASE measure WHEN ${TEAM_PEOPLE} THEN delta ELSE 0 END AS people,
    CASE measure WHEN ${TEAM_BRIEFED} THEN delta ELSE 0 END AS briefed
  FROM coverage_cells
  WHERE borough_code = ${boroughCode} AND sector = ${COUNCIL_TEAM} AND measure IN (${TEAM_PEOPLE}, ${TEAM_BRIEFED})`;
