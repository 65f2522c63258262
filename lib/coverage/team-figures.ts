import { type SQL, sql } from "drizzle-orm";

/** Cells of the council teams: how many people work in them, and how many hold a current briefing. */
export const TEAM_PEOPLE = "team_people";
export const TEAM_BRIEFED = "team_briefed";

/**
 * What each council team has, from its own facts alone: rows of (business_id, month, headcount,
 * trained), one a month in which either changes. A month is judged by its last day; a team that is
 * closed has nobody, and one that lists more people than it declared has as many as it lists.
 */
export function computedTeamFigures(boroughCode: string, teams: SQL): SQL {
  const theirs = sql`borough_code = ${boroughCode} AND business_id = ANY (${teams})`;
  return sql`
    WITH team AS (
      SELECT b.id AS business_id, b.sector FROM businesses b
      JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector AND NOT c.counts_as_business
      WHERE b.borough_code = ${boroughCode} AND b.id = ANY (${teams})
    ),
    people AS (
      SELECT business_id, id AS staff_id, confirmed_on, left_on
      FROM staff_members WHERE ${theirs} AND confirmed_on IS NOT NULL
    ),
    valid AS MATERIALIZED (
      SELECT k.business_id, k.staff_id, greatest(k.issued_on, p.confirmed_on) AS first_day,
        least(k.expires_on, k.revoked_on - 1, p.left_on - 1) AS last_day
      FROM certificates k
      JOIN team USING (business_id)
      JOIN people p USING (business_id, staff_id)
      JOIN measure_courses mc ON mc.borough_code = k.borough_code AND mc.sector = team.sector
        AND mc.course_slug = k.course_slug AND mc.measure = 'trained'
      WHERE k.borough_code = ${boroughCode} AND k.business_id = ANY (${teams})
    ),
    stages AS (SELECT business_id, stage, from_on, recorded_at FROM stage_changes WHERE ${theirs}),
    counts AS (SELECT business_id, headcount, from_on, recorded_at FROM headcounts WHERE ${theirs}),
    marks AS MATERIALIZED (
      SELECT DISTINCT business_id, date_trunc('month', day)::date AS month,
        (date_trunc('month', day) + interval '1 month - 1 day')::date AS last_day
      FROM (
        SELECT business_id, from_on AS day FROM stages
        UNION ALL SELECT business_id, from_on FROM counts
        UNION ALL SELECT business_id, confirmed_on FROM people
        UNION ALL SELECT business_id, left_on FROM people WHERE left_on IS NOT NULL
        UNION ALL SELECT business_id, first_day FROM valid WHERE first_day <= last_day
        UNION ALL SELECT business_id, last_day + 1 FROM valid WHERE first_day <= last_day
      ) days
    ),
    judged AS (
      SELECT m.business_id, m.month,
        CASE WHEN st.open THEN greatest(coalesce(hc.headcount, 0), l.listed) ELSE 0 END AS headcount,
        CASE WHEN st.open THEN t.trained ELSE 0 END AS trained
      FROM marks m
      JOIN team USING (business_id)
      LEFT JOIN LATERAL (
        SELECT stage IN ('in_scope', 'invited', 'enrolled') AS open FROM stages
        WHERE stages.business_id = m.business_id AND from_on <= m.last_day
        ORDER BY from_on DESC, recorded_at DESC LIMIT 1
      ) st ON true
      LEFT JOIN LATERAL (
        SELECT headcount FROM counts WHERE counts.business_id = m.business_id AND from_on <= m.last_day
        ORDER BY from_on DESC, recorded_at DESC LIMIT 1
      ) hc ON true
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS listed FROM people WHERE people.business_id = m.business_id
          AND confirmed_on <= m.last_day AND (left_on IS NULL OR left_on > m.last_day)
      ) l
      CROSS JOIN LATERAL (
        SELECT count(DISTINCT staff_id)::int AS trained FROM valid
        WHERE valid.business_id = m.business_id AND m.last_day BETWEEN first_day AND last_day
      ) t
    ),
    turns AS (
      SELECT *, lag(headcount, 1, 0) OVER before AS headcount_before, lag(trained, 1, 0) OVER before AS trained_before
      FROM judged WINDOW before AS (PARTITION BY business_id ORDER BY month)
    )
    SELECT business_id, month, headcount, trained FROM turns
    WHERE (headcount, trained) <> (headcount_before, trained_before)`;
}
