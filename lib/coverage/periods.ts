import { type SQL, sql } from "drizzle-orm";
import { factsOf, scopeOf } from "./period-facts";

/** What each business has at the end of each month in which one of its facts changes. */
const STATES = sql`
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
    asked AS MATERIALIZED (
      SELECT l.sector, l.last_day, count(*) FILTER (WHERE i.aim = 'prevent') AS prevent,
        count(*) FILTER (WHERE i.aim = 'protect') AS protect, count(*) FILTER (WHERE i.aim = 'pursue') AS pursue
      FROM (SELECT DISTINCT sector, last_day FROM marks JOIN scope USING (business_id)) l
      JOIN items i ON i.sector = l.sector AND i.from_on <= l.last_day
        AND (i.until_on IS NULL OR i.until_on > l.last_day)
      GROUP BY l.sector, l.last_day
    ),
    practised AS MATERIALIZED (
      SELECT m.business_id, m.month, count(DISTINCT item_code) FILTER (WHERE aim = 'prevent') AS prevent,
        count(DISTINCT item_code) FILTER (WHERE aim = 'protect') AS protect,
        count(DISTINCT item_code) FILTER (WHERE aim = 'pursue') AS pursue
      FROM marks m
      JOIN kept k ON k.business_id = m.business_id AND m.last_day BETWEEN k.first_day AND k.last_day
      GROUP BY m.business_id, m.month
    ),
    nights AS MATERIALIZED (
      SELECT m.business_id, m.month, count(*) AS shifts,
        count(*) FILTER (WHERE EXISTS (
          SELECT 1 FROM shift_staff w JOIN valid v ON v.business_id = m.business_id AND v.staff_id = w.staff_id
          WHERE w.shift_id = s.id AND w.from_on <= m.last_day AND (w.until_on IS NULL OR w.until_on > m.last_day)
            AND v.measure = 'trained' AND m.last_day BETWEEN v.first_day AND v.last_day)) AS covered
      FROM marks m
      JOIN shifts s ON s.business_id = m.business_id AND s.from_on <= m.last_day
        AND (s.until_on IS NULL OR s.until_on > m.last_day)
      GROUP BY m.business_id, m.month
    ),
    lead_months AS MATERIALIZED (
      SELECT m.business_id, m.month, EXISTS (
        SELECT 1 FROM valid v WHERE v.business_id = m.business_id AND v.staff_id = l.staff_id
          AND v.measure = 'trained' AND m.last_day BETWEEN v.first_day AND v.last_day) AS trained
      FROM marks m
      CROSS JOIN LATERAL (
        SELECT staff_id FROM leads WHERE leads.business_id = m.business_id AND from_on <= m.last_day
        ORDER BY from_on DESC, recorded_at DESC LIMIT 1
      ) l
    ),
    states AS MATERIALIZED (
      SELECT m.business_id, m.month, scope.late, st.stage, hc.headcount,
        greatest(hc.headcount, s.listed) AS whole, s.managers,
        coalesce((SELECT trained_share FROM shares WHERE from_on <= m.last_day
          ORDER BY from_on DESC, recorded_at DESC LIMIT 1), 80) AS share,
        coalesce(l.managers_trained, 0) AS managers_trained, coalesce(l.trained, 0) AS trained,
        coalesce(l.reporting, 0) AS reporting, n.shifts, n.covered, coalesce(d.trained, false) AS lead_trained,
        coalesce(a.prevent, 0) AS asked_prevent, coalesce(a.protect, 0) AS asked_protect,
        coalesce(a.pursue, 0) AS asked_pursue, coalesce(p.prevent, 0) AS kept_prevent,
        coalesce(p.protect, 0) AS kept_protect, coalesce(p.pursue, 0) AS kept_pursue
      FROM marks m
      JOIN scope USING (business_id)
      LEFT JOIN staffed s USING (business_id, month)
      LEFT JOIN learned l USING (business_id, month)
      LEFT JOIN practised p USING (business_id, month)
      LEFT JOIN nights n USING (business_id, month)
      LEFT JOIN lead_months d USING (business_id, month)
      LEFT JOIN asked a ON a.sector = scope.sector AND a.last_day = m.last_day
      LEFT JOIN LATERAL (
        SELECT stage FROM stages WHERE stages.business_id = m.business_id AND from_on <= m.last_day
        ORDER BY from_on DESC, recorded_at DESC LIMIT 1
      ) st ON true
      LEFT JOIN LATERAL (
        SELECT headcount FROM counts WHERE counts.business_id = m.business_id AND from_on <= m.last_day
        ORDER BY from_on DESC, recorded_at DESC LIMIT 1
      ) hc ON true
    )`;

/** Each measure of product.md as a yes or no; null counts as no. What does not apply counts for nobody. */
const FLAGS = sql`
    judged AS (
      SELECT business_id, month, coalesce(stage IN ('in_scope', 'invited', 'enrolled'), false) AS in_scope,
             late, stage = 'enrolled' AS enrolled,
             headcount > 0 AND managers > 0 AND managers_trained = managers
               AND trained * 100 >= whole * share AS trained,
             trained > 0 AS anyone_trained,
             late AND shifts > 0 AND covered = shifts AS night_cover,
             asked_prevent > 0 AND kept_prevent = asked_prevent AS materials,
             lead_trained AS safeguarding_lead,
             asked_protect > 0 AND kept_protect = asked_protect AS practices,
             headcount > 0 AND reporting * 100 >= whole * share AS reporting_route,
             asked_pursue > 0 AND kept_pursue = asked_pursue AS records,
             asked_prevent > 0 AS asks_materials, asked_protect > 0 AS asks_practices,
             asked_pursue > 0 AS asks_records
      FROM states
    ),
    flags AS (
      SELECT business_id, month, v.measure, in_scope AND coalesce(v.met, false) AS met
      FROM judged CROSS JOIN LATERAL (VALUES
        ('in_scope', true),
        ('enrolled', enrolled),
        ('trained', trained),
        ('anyone_trained', anyone_trained),
        ('night_cover', night_cover),
        ('materials', materials),
        ('safeguarding_lead', safeguarding_lead),
        ('practices', practices),
        ('reporting_route', reporting_route),
        ('records', records),
        ('prevent', enrolled AND trained AND (night_cover OR NOT late) AND (materials OR NOT asks_materials)),
        ('protect', safeguarding_lead AND (practices OR NOT asks_practices)),
        ('pursue', reporting_route AND (records OR NOT asks_records))
      ) AS v (measure, met)
    )`;

/**
 * Months in which each business meets each counted thing, from its facts alone: rows of
 * (business_id, measure, met_from, met_until). A month is judged by its last day; whatever lapses
 * does so at a month's end. Only months in which a fact changes are looked at: between them nothing does.
 */
export function computedPeriods(boroughCode: string, businesses: SQL): SQL {
  return sql`
    WITH ${scopeOf(boroughCode, businesses)},
    ${factsOf(boroughCode, businesses)},
    ${STATES},
    ${FLAGS},
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
