import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * Months in which each business meets each counted thing, from its facts alone: rows of
 * (business_id, measure, met_from, met_until). A month is judged by its last day; certificates lapse
 * at a month's end. Only months in which a fact changes are looked at: between them nothing does.
 */
export function computedPeriods(boroughCode: string, businesses: SQL): SQL {
  return sql`
    WITH scope AS (
      SELECT b.id AS business_id, b.sector, coalesce(bs.trained_share, 80) AS share
      FROM businesses b
      JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector AND c.counts_as_business
      LEFT JOIN borough_settings bs ON bs.borough_code = b.borough_code
      WHERE b.borough_code = ${boroughCode} AND b.id = ANY (${businesses})
    ),
    held AS MATERIALIZED (
      SELECT k.business_id, k.staff_id, mc.measure, k.issued_on, k.expires_on, k.revoked_on
      FROM certificates k
      JOIN scope USING (business_id)
      JOIN measure_courses mc ON mc.borough_code = k.borough_code AND mc.sector = scope.sector
        AND mc.course_slug = k.course_slug
      WHERE k.borough_code = ${boroughCode} AND k.business_id = ANY (${businesses})
    ),
    people AS (
      SELECT business_id, id AS staff_id, is_manager, confirmed_on, left_on
      FROM staff_members
      WHERE borough_code = ${boroughCode} AND business_id = ANY (${businesses}) AND confirmed_on IS NOT NULL
    ),
    stages AS (
      SELECT business_id, stage, from_on, recorded_at FROM stage_changes
      WHERE borough_code = ${boroughCode} AND business_id = ANY (${businesses})
    ),
    counts AS (
      SELECT business_id, headcount, from_on, recorded_at FROM headcounts
      WHERE borough_code = ${boroughCode} AND business_id = ANY (${businesses})
    ),
    marks AS (
      SELECT DISTINCT business_id, date_trunc('month', day)::date AS month,
             (date_trunc('month', day) + interval '1 month - 1 day')::date AS last_day
      FROM (
        SELECT business_id, from_on AS day FROM stages
        UNION ALL SELECT business_id, from_on FROM counts
        UNION ALL SELECT business_id, confirmed_on FROM people
        UNION ALL SELECT business_id, left_on FROM people WHERE left_on IS NOT NULL
        UNION ALL SELECT business_id, issued_on FROM held
        UNION ALL SELECT business_id, expires_on + 1 FROM held
        UNION ALL SELECT business_id, revoked_on FROM held WHERE revoked_on IS NOT NULL
      ) days
    ),
    staffed AS MATERIALIZED (
      SELECT m.business_id, m.month, count(*) AS listed, count(*) FILTER (WHERE p.is_manager) AS managers
      FROM marks m
      JOIN people p ON p.business_id = m.business_id AND p.confirmed_on <= m.last_day
        AND (p.left_on IS NULL OR p.left_on > m.last_day)
      GROUP BY m.business_id, m.month
    ),
    valid AS MATERIALIZED (
      SELECT held.business_id, held.staff_id, held.measure, p.is_manager,
             greatest(held.issued_on, p.confirmed_on) AS first_day,
             least(held.expires_on, held.revoked_on - 1, p.left_on - 1) AS last_day
      FROM held JOIN people p USING (business_id, staff_id)
    ),
    learned AS MATERIALIZED (
      SELECT m.business_id, m.month,
             count(DISTINCT v.staff_id) FILTER (WHERE v.measure = 'trained' AND v.is_manager) AS managers_trained,
             count(DISTINCT v.staff_id) FILTER (WHERE v.measure = 'trained') AS trained,
             count(DISTINCT v.staff_id) FILTER (WHERE v.measure = 'reporting_route') AS reporting
      FROM marks m
      JOIN valid v ON v.business_id = m.business_id AND m.last_day BETWEEN v.first_day AND v.last_day
      GROUP BY m.business_id, m.month
    ),
    states AS MATERIALIZED (
      SELECT m.business_id, m.month, st.stage, scope.share, greatest(hc.headcount, s.listed) AS whole, s.managers,
             coalesce(l.managers_trained, 0) AS managers_trained, coalesce(l.trained, 0) AS trained,
             coalesce(l.reporting, 0) AS reporting, hc.headcount
      FROM marks m
      JOIN scope USING (business_id)
      LEFT JOIN staffed s USING (business_id, month)
      LEFT JOIN learned l USING (business_id, month)
      LEFT JOIN LATERAL (
        SELECT stage FROM stages WHERE stages.business_id = m.business_id AND from_on <= m.last_day
        ORDER BY from_on DESC, recorded_at DESC LIMIT 1
      ) st ON true
      LEFT JOIN LATERAL (
        SELECT headcount FROM counts WHERE counts.business_id = m.business_id AND from_on <= m.last_day
        ORDER BY from_on DESC, recorded_at DESC LIMIT 1
      ) hc ON true
    ),
    judged AS (
      SELECT business_id, month, coalesce(stage IN ('in_scope', 'invited', 'enrolled'), false) AS in_scope,
             coalesce(stage = 'enrolled', false) AS enrolled,
             coalesce(headcount > 0 AND managers > 0 AND managers_trained = managers
               AND trained * 100 >= whole * share, false) AS trained,
             coalesce(headcount > 0 AND reporting * 100 >= whole * share, false) AS reporting
      FROM states
    ),
    flags AS (
      SELECT business_id, month, v.measure, v.met
      FROM judged CROSS JOIN LATERAL (VALUES
        ('in_scope', in_scope),
        ('enrolled', in_scope AND enrolled),
        ('trained', in_scope AND trained),
        ('reporting_route', in_scope AND reporting),
        ('prevent', in_scope AND enrolled AND trained),
        ('pursue', in_scope AND reporting)
      ) AS v (measure, met)
    ),
    turns AS (
      SELECT *, lag(met, 1, false) OVER (PARTITION BY business_id, measure ORDER BY month) AS met_before FROM flags
    ),
    edges AS (
      SELECT business_id, measure, met, month AS met_from,
             lead(month) OVER (PARTITION BY business_id, measure ORDER BY month) AS met_until
      FROM turns WHERE met <> met_before
    )
    SELECT business_id, measure, met_from, met_until FROM edges WHERE met`;
}
