import { type SQL, sql } from "drizzle-orm";
import { factsOf, type Size, SPANS, scopeOf } from "./period-facts";

const FIGURES = [
  "in_scope",
  "enrolled",
  "headcount",
  "share",
  "listed",
  "managers",
  "managers_trained",
  "trained",
  "reporting_route",
  "shifts",
  "covered",
  "lead_trained",
  "asked_prevent",
  "asked_protect",
  "asked_pursue",
  "kept_prevent",
  "kept_protect",
  "kept_pursue",
] as const;

const list = (each: (figure: string) => SQL) => sql.join(FIGURES.map(each), sql`, `);

/**
 * Each business's figures at the end of each month in which one of them changes: running sums of what
 * begins and ends, so the work grows with the facts and never with facts times months.
 */
const STATES = sql`
    turns AS (
      SELECT business_id, month, figure, sum(n)::int AS n FROM (
        SELECT business_id, figure, from_month AS month, n FROM spans WHERE from_month < until_month
        UNION ALL SELECT business_id, figure, until_month, -n FROM spans
        WHERE from_month < until_month AND until_month < 'infinity'
      ) ends GROUP BY business_id, month, figure
    ),
    months AS (
      SELECT business_id, month, ${list(
        (figure) =>
          sql`coalesce(sum(n) FILTER (WHERE figure = ${figure}), 0) AS ${sql.identifier(figure)}`,
      )} FROM turns GROUP BY business_id, month
    ),
    states AS (
      SELECT business_id, month, scope.late, ${list(
        (figure) => sql`sum(${sql.identifier(figure)}) OVER so_far AS ${sql.identifier(figure)}`,
      )}
      FROM months JOIN scope USING (business_id)
      WINDOW so_far AS (PARTITION BY business_id ORDER BY month)
    )`;

/** Each measure of product.md as a yes or no. What does not apply counts for nobody. */
const FLAGS = sql`
    judged AS (
      SELECT business_id, month, in_scope > 0 AS in_scope, late, enrolled > 0 AS enrolled,
             headcount > 0 AND managers > 0 AND managers_trained = managers
               AND trained * 100 >= greatest(headcount, listed) * (80 + share) AS trained,
             trained > 0 AS anyone_trained,
             late AND shifts > 0 AND covered = shifts AS night_cover,
             asked_prevent > 0 AND kept_prevent = asked_prevent AS materials,
             lead_trained > 0 AS safeguarding_lead,
             asked_protect > 0 AND kept_protect = asked_protect AS practices,
             headcount > 0 AND reporting_route * 100 >= greatest(headcount, listed) * (80 + share) AS reporting_route,
             asked_pursue > 0 AND kept_pursue = asked_pursue AS records,
             asked_prevent > 0 AS asks_materials, asked_protect > 0 AS asks_practices,
             asked_pursue > 0 AS asks_records
      FROM states
    ),
    flags AS (
      SELECT business_id, month, v.measure, in_scope AND v.met AS met
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
export function computedPeriods(boroughCode: string | SQL, businesses: SQL, size: Size): SQL {
  return sql`
    WITH ${scopeOf(boroughCode, businesses)},
    ${factsOf(boroughCode, businesses, size)},
    ${SPANS},
    ${STATES},
    ${FLAGS},
    changes AS (
      SELECT *, lag(met, 1, false) OVER (PARTITION BY business_id, measure ORDER BY month) AS met_before FROM flags
    ),
    edges AS (
      SELECT business_id, measure, met, month AS met_from,
             lead(month) OVER (PARTITION BY business_id, measure ORDER BY month) AS met_until
      FROM changes WHERE met <> met_before
    )
    SELECT business_id, measure, met_from, met_until FROM edges WHERE met`;
}

/** Rows of `Difference` in refresh.ts: periods that stand and should not, and those that should and do not. */
export function standingDifferences(boroughCode: string | SQL, businesses: SQL, size: Size): SQL {
  return sql`
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
      FROM (${computedPeriods(boroughCode, businesses, size)}) c JOIN place l USING (business_id)
    )
    SELECT 'old' AS side, o.* FROM (SELECT * FROM old EXCEPT SELECT * FROM new) o
    UNION ALL
    SELECT 'new' AS side, n.* FROM (SELECT * FROM new EXCEPT SELECT * FROM old) n`;
}
