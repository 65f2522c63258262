import { type SQL, sql } from "drizzle-orm";

/** The businesses to judge and what of the borough's settings bears on them. */
export const scopeOf = (boroughCode: string | SQL, businesses: SQL): SQL => sql`
    scope AS MATERIALIZED (
      SELECT b.id AS business_id, b.sector, coalesce(b.opens_late, false) AS late
      FROM businesses b
      JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector AND c.counts_as_business
      WHERE b.borough_code = ${boroughCode} AND b.id = ANY (${businesses})
    ),
    items AS MATERIALIZED (
      SELECT c.code AS sector, i.code, i.aim, i.from_on, i.until_on
      FROM practice_items i JOIN sectors c ON c.borough_code = ${boroughCode} AND c.copies_measures_of = i.sector
      WHERE i.level = 'essential'
      UNION ALL
      SELECT sector, code, aim, from_on, until_on FROM borough_practice_items
      WHERE borough_code = ${boroughCode} AND level = 'essential'
    )`;

/** The first month whose last day is not before `day`; without a day, never. */
const monthOf = (day: SQL): SQL =>
  sql`coalesce(date_trunc('month', (${day})::timestamp)::date, 'infinity')`;

/** Spans as pieces that do not overlap: what several rows say of one thing counts once. */
const apart = (spans: SQL, columns: SQL, thing: SQL): SQL => sql`
      SELECT ${columns}, from_month, until_month FROM (
        SELECT ${columns}, until_month, greatest(from_month, max(until_month) OVER (
          PARTITION BY ${thing} ORDER BY from_month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS from_month
        FROM (${spans}) spans WHERE from_month < until_month
      ) pieces WHERE from_month < until_month`;

/** A few people's certificates are read at once; those of many by person, or the planner compares all with all. */
export type Size = "few" | "many";

/** The facts of those businesses, each read once, as the months on whose last day they hold. */
export const factsOf = (boroughCode: string | SQL, businesses: SQL, size: Size): SQL => {
  const theirs = sql`borough_code = ${boroughCode} AND business_id = ANY (${businesses})`;
  const until = (window: SQL) => monthOf(sql`lead(from_on) OVER ${window}`);
  const newestLast = sql`(PARTITION BY business_id ORDER BY from_on, recorded_at)`;
  return sql`
    people AS MATERIALIZED (
      SELECT business_id, id AS staff_id, is_manager, confirmed_on, left_on
      FROM staff_members WHERE ${theirs} AND confirmed_on IS NOT NULL
    ),
    certified AS ${size === "few" ? sql`MATERIALIZED` : sql`NOT MATERIALIZED`} (
      SELECT business_id, staff_id, course_slug, issued_on, expires_on, revoked_on FROM certificates WHERE ${theirs}
    ),
    held AS MATERIALIZED (${apart(
      sql`
        SELECT business_id, staff_id, mc.measure, p.is_manager,
          ${monthOf(sql`greatest(k.issued_on, p.confirmed_on)`)} AS from_month,
          ${monthOf(sql`least(k.expires_on + 1, k.revoked_on, p.left_on)`)} AS until_month
        FROM certified k
        JOIN people p USING (business_id, staff_id)
        JOIN scope USING (business_id)
        JOIN measure_courses mc ON mc.borough_code = ${boroughCode} AND mc.sector = scope.sector
          AND mc.course_slug = k.course_slug`,
      sql`business_id, staff_id, measure, is_manager`,
      sql`staff_id, measure`,
    )}),
    shifts AS (
      SELECT business_id, id AS shift_id, ${monthOf(sql`from_on`)} AS from_month, ${monthOf(sql`until_on`)} AS until_month
      FROM night_shifts WHERE ${theirs}
    ),
    covered AS (${apart(
      sql`
        SELECT s.business_id, s.shift_id, greatest(s.from_month, ${monthOf(sql`w.from_on`)}, h.from_month) AS from_month,
          least(s.until_month, ${monthOf(sql`w.until_on`)}, h.until_month) AS until_month
        FROM shifts s
        JOIN (SELECT business_id, shift_id, staff_id, from_on, until_on FROM night_shift_staff WHERE ${theirs}) w
          ON w.business_id = s.business_id AND w.shift_id = s.shift_id
        JOIN held h ON h.business_id = w.business_id AND h.staff_id = w.staff_id AND h.measure = 'trained'`,
      sql`business_id`,
      sql`shift_id`,
    )}),
    leads AS (
      SELECT business_id, staff_id, ${monthOf(sql`from_on`)} AS from_month, ${until(newestLast)} AS until_month
      FROM safeguarding_leads WHERE ${theirs}
    ),
    settled AS (
      SELECT business_id, item_code, change, from_on AS first_day,
        least(lapses_on + 1, lead(from_on) OVER (PARTITION BY business_id, item_code ORDER BY from_on, recorded_at)) AS end_day
      FROM practice_changes WHERE ${theirs} AND change IN ('confirmed', 'returned', 'declared_not_yet')
    ),
    kept AS (${apart(
      sql`
        SELECT s.business_id, s.item_code, i.aim, ${monthOf(sql`greatest(s.first_day, i.from_on)`)} AS from_month,
          ${monthOf(sql`least(s.end_day, i.until_on)`)} AS until_month
        FROM settled s JOIN scope USING (business_id)
        JOIN items i ON i.sector = scope.sector AND i.code = s.item_code
        WHERE s.change = 'confirmed'`,
      sql`business_id, item_code, aim`,
      sql`business_id, aim, item_code`,
    )}),
    stages AS (
      SELECT business_id, stage, ${monthOf(sql`from_on`)} AS from_month, ${until(newestLast)} AS until_month
      FROM stage_changes WHERE ${theirs}
    ),
    counts AS (
      SELECT business_id, headcount, ${monthOf(sql`from_on`)} AS from_month, ${until(newestLast)} AS until_month
      FROM headcounts WHERE ${theirs}
    ),
    shares AS (
      SELECT trained_share, ${monthOf(sql`from_on`)} AS from_month, ${until(sql`(ORDER BY from_on, recorded_at)`)} AS until_month
      FROM borough_thresholds WHERE borough_code = ${boroughCode}
    )`;
};

/** Everything that adds to one of a business's figures: how much, from which month until before which. */
export const SPANS = sql`
    spans AS (
      SELECT business_id, 'listed' AS figure, 1 AS n,
        ${monthOf(sql`confirmed_on`)} AS from_month, ${monthOf(sql`left_on`)} AS until_month FROM people
      UNION ALL SELECT business_id, 'managers', 1, ${monthOf(sql`confirmed_on`)}, ${monthOf(sql`left_on`)}
        FROM people WHERE is_manager
      UNION ALL SELECT business_id, measure, 1, from_month, until_month FROM held
      UNION ALL SELECT business_id, 'managers_trained', 1, from_month, until_month
        FROM held WHERE is_manager AND measure = 'trained'
      UNION ALL SELECT business_id, 'shifts', 1, from_month, until_month FROM shifts
      UNION ALL SELECT business_id, 'covered', 1, from_month, until_month FROM covered
      UNION ALL SELECT business_id, 'lead_trained', 1, greatest(l.from_month, h.from_month), least(l.until_month, h.until_month)
        FROM leads l JOIN held h USING (business_id, staff_id) WHERE h.measure = 'trained'
      UNION ALL SELECT business_id, 'kept_' || aim, 1, from_month, until_month FROM kept
      UNION ALL SELECT business_id, 'asked_' || aim, n, from_month, until_month
        FROM scope JOIN (
          SELECT sector, aim, count(*)::int AS n, ${monthOf(sql`from_on`)} AS from_month, ${monthOf(sql`until_on`)} AS until_month
          FROM items GROUP BY 1, 2, 4, 5
        ) asked USING (sector)
      UNION ALL SELECT business_id, 'share', trained_share - 80, from_month, until_month FROM scope, shares
      UNION ALL SELECT business_id, 'headcount', headcount, from_month, until_month FROM counts
      UNION ALL SELECT business_id, 'in_scope', 1, from_month, until_month
        FROM stages WHERE stage IN ('in_scope', 'invited', 'enrolled')
      UNION ALL SELECT business_id, 'enrolled', 1, from_month, until_month FROM stages WHERE stage = 'enrolled'
    )`;
