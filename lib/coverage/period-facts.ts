import { type SQL, sql } from "drizzle-orm";

/** The businesses to judge and what of the borough's settings bears on them. */
export const scopeOf = (boroughCode: string, businesses: SQL): SQL => sql`
    scope AS (
      SELECT b.id AS business_id, b.sector, coalesce(b.opens_late, false) AS late
      FROM businesses b
      JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector AND c.counts_as_business
      WHERE b.borough_code = ${boroughCode} AND b.id = ANY (${businesses})
    ),
    shares AS (
      SELECT trained_share, from_on, recorded_at FROM borough_thresholds WHERE borough_code = ${boroughCode}
    ),
    items AS MATERIALIZED (
      SELECT c.code AS sector, i.code, i.aim, i.from_on, i.until_on
      FROM practice_items i JOIN sectors c ON c.borough_code = ${boroughCode} AND c.copies_measures_of = i.sector
      WHERE i.level = 'essential'
      UNION ALL
      SELECT sector, code, aim, from_on, until_on FROM borough_practice_items
      WHERE borough_code = ${boroughCode} AND level = 'essential'
    )`;

/** The facts of those businesses, each read once. */
export const factsOf = (boroughCode: string, businesses: SQL): SQL => {
  const theirs = sql`borough_code = ${boroughCode} AND business_id = ANY (${businesses})`;
  return sql`
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
      FROM staff_members WHERE ${theirs} AND confirmed_on IS NOT NULL
    ),
    stages AS (SELECT business_id, stage, from_on, recorded_at FROM stage_changes WHERE ${theirs}),
    counts AS (SELECT business_id, headcount, from_on, recorded_at FROM headcounts WHERE ${theirs}),
    leads AS (SELECT business_id, staff_id, from_on, recorded_at FROM safeguarding_leads WHERE ${theirs}),
    shifts AS (SELECT business_id, id, from_on, until_on FROM night_shifts WHERE ${theirs}),
    shift_staff AS (SELECT business_id, shift_id, staff_id, from_on, until_on FROM night_shift_staff WHERE ${theirs}),
    settled AS (
      SELECT business_id, item_code, change, from_on AS first_day,
        least(lapses_on, lead(from_on) OVER newest_last - 1) AS last_day
      FROM practice_changes WHERE ${theirs} AND change IN ('confirmed', 'returned', 'declared_not_yet')
      WINDOW newest_last AS (PARTITION BY business_id, item_code ORDER BY from_on, recorded_at)
    ),
    kept AS MATERIALIZED (
      SELECT s.business_id, s.item_code, i.aim, greatest(s.first_day, i.from_on) AS first_day,
        least(s.last_day, i.until_on - 1) AS last_day
      FROM settled s JOIN scope USING (business_id)
      JOIN items i ON i.sector = scope.sector AND i.code = s.item_code
      WHERE s.change = 'confirmed'
    ),
    marks AS MATERIALIZED (
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
        UNION ALL SELECT business_id, first_day FROM kept
        UNION ALL SELECT business_id, last_day + 1 FROM kept
        UNION ALL SELECT business_id, from_on FROM leads
        UNION ALL SELECT business_id, from_on FROM shifts
        UNION ALL SELECT business_id, until_on FROM shifts WHERE until_on IS NOT NULL
        UNION ALL SELECT business_id, from_on FROM shift_staff
        UNION ALL SELECT business_id, until_on FROM shift_staff WHERE until_on IS NOT NULL
        UNION ALL SELECT business_id, from_on FROM scope, shares
        UNION ALL SELECT business_id, from_on FROM scope JOIN items USING (sector)
        UNION ALL SELECT business_id, until_on FROM scope JOIN items USING (sector) WHERE until_on IS NOT NULL
      ) days
    )`;
};
