import { type SQL, sql } from "drizzle-orm";
import { FIRST_VISIT_DAYS, LAPSE_DAYS } from "@/lib/businesses/follow-up-kinds";
import { ANSWER_DAYS } from "@/lib/businesses/model";
import { IS_ASKED } from "@/lib/training/audience";

/**
 * What an officer should see to at each business, from its facts and its standing: rows of
 * (business_id, kind, from_on, until_on, number). A row holds from its day until before the other, so
 * that time alone brings it up and nothing has to run at night.
 */
export function computedFollowUps(boroughCode: string | SQL, businesses: SQL): SQL {
  const theirs = sql`borough_code = ${boroughCode} AND business_id = ANY (${businesses})`;
  return sql`
    WITH b AS MATERIALIZED (
      SELECT b.id, b.sector, b.stage, b.stage_on, b.headcount, b.exclusion_review_on
      FROM businesses b
      JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector AND c.counts_as_business
      WHERE b.borough_code = ${boroughCode} AND b.id = ANY (${businesses})
    ),
    open AS (SELECT * FROM b WHERE stage IN ('in_scope', 'invited', 'enrolled')),
    asked AS (
      SELECT id, borough_code, business_id, course_slug, due_on, audience, share FROM assignments WHERE ${theirs} AND ended_on IS NULL
    ),
    newest AS MATERIALIZED (
      SELECT DISTINCT ON (business_id, measure) business_id, measure, met_until
      FROM standing_periods WHERE ${theirs} AND measure NOT IN ('in_scope', 'anyone_trained', 'prevent', 'protect', 'pursue')
      ORDER BY business_id, measure, met_from DESC
    ),
    late AS (
      SELECT a.business_id, greatest(a.due_on + 1, n.met_until) AS day
      FROM asked a JOIN open o ON o.id = a.business_id
      JOIN measure_courses mc ON mc.borough_code = ${boroughCode} AND mc.sector = o.sector
        AND mc.course_slug = a.course_slug
      LEFT JOIN newest n ON n.business_id = a.business_id AND n.measure = mc.measure
      WHERE a.audience = 'all_staff' AND a.share IS NULL AND (n.business_id IS NULL OR n.met_until IS NOT NULL)
      UNION ALL
      SELECT a.business_id, greatest(a.due_on + 1, (
        SELECT min(coalesce((SELECT max(k.expires_on) FROM certificates k WHERE k.borough_code = s.borough_code
            AND k.business_id = s.business_id AND k.staff_id = s.id AND k.course_slug = a.course_slug
            AND k.revoked_on IS NULL) + 1, a.due_on + 1))
        FROM staff_members s WHERE s.borough_code = a.borough_code AND s.business_id = a.business_id
          AND s.confirmed_on IS NOT NULL AND s.left_on IS NULL AND ${IS_ASKED})) AS day
      FROM asked a JOIN open o ON o.id = a.business_id
      WHERE a.share IS NULL AND (a.audience <> 'all_staff' OR NOT EXISTS (SELECT 1 FROM measure_courses mc
        WHERE mc.borough_code = ${boroughCode} AND mc.sector = o.sector AND mc.course_slug = a.course_slug))
      UNION ALL
      SELECT a.business_id, greatest(a.due_on + 1, coalesce((
        SELECT until FROM (
          SELECT held.until, row_number() OVER (ORDER BY held.until DESC NULLS LAST) AS place,
            greatest(count(*) OVER (), CASE WHEN a.audience = 'all_staff' THEN coalesce(o.headcount, 0) ELSE 0 END) AS whole
          FROM staff_members s
          LEFT JOIN LATERAL (SELECT max(k.expires_on) AS until FROM certificates k WHERE k.borough_code = s.borough_code
            AND k.business_id = s.business_id AND k.staff_id = s.id AND k.course_slug = a.course_slug
            AND k.revoked_on IS NULL) held ON true
          WHERE s.borough_code = a.borough_code AND s.business_id = a.business_id
            AND s.confirmed_on IS NOT NULL AND s.left_on IS NULL AND ${IS_ASKED}
        ) people WHERE place = ceil(whole * a.share / 100.0)) + 1, a.due_on + 1)) AS day
      FROM asked a JOIN open o ON o.id = a.business_id WHERE a.share IS NOT NULL
    ),
    ends AS (
      SELECT business_id, met_until AS day, count(*) AS number,
        lag(met_until) OVER (PARTITION BY business_id ORDER BY met_until) AS before
      FROM newest JOIN open ON open.id = business_id
      WHERE met_until IS NOT NULL GROUP BY business_id, met_until
    ),
    planned AS (
      SELECT business_id, min(planned_on) AS day FROM visits WHERE ${theirs} AND state = 'planned' GROUP BY business_id
    ),
    visited AS (
      SELECT DISTINCT ON (business_id) business_id, coalesce(next_visit_on, visited_on + 365) AS day
      FROM visits WHERE ${theirs} AND state = 'done' ORDER BY business_id, visited_on DESC
    ),
    declared AS (
      SELECT business_id, from_on FROM (
        SELECT DISTINCT ON (business_id, item_code) business_id, change, from_on FROM practice_changes
        WHERE ${theirs} ORDER BY business_id, item_code, from_on DESC, recorded_at DESC
      ) newest_change WHERE change IN ('declared_in_place', 'declared_not_applicable')
    )
    SELECT id AS business_id, 'invite' AS kind, stage_on AS from_on, NULL::date AS until_on, 1 AS number
    FROM b WHERE stage = 'in_scope'
    UNION ALL SELECT id, 'answer', stage_on + ${ANSWER_DAYS}::int, NULL, 1 FROM b WHERE stage = 'invited'
    UNION ALL SELECT id, 'headcount', stage_on, NULL, 1 FROM b WHERE stage = 'enrolled' AND headcount IS NULL
    UNION ALL SELECT id, 'assignment', stage_on, NULL, 1 FROM b
      WHERE stage = 'enrolled' AND NOT EXISTS (SELECT 1 FROM asked WHERE asked.business_id = b.id)
    UNION ALL SELECT business_id, 'overdue', min(day), NULL, count(*)::int FROM late GROUP BY business_id
    UNION ALL SELECT s.business_id, 'staff', min(s.joined_on), NULL, count(*)::int
      FROM staff_members s JOIN open ON open.id = s.business_id
      WHERE s.borough_code = ${boroughCode} AND s.business_id = ANY (${businesses})
        AND s.confirmed_on IS NULL AND s.left_on IS NULL GROUP BY s.business_id
    UNION ALL SELECT business_id, 'lapsing', greatest(day - ${LAPSE_DAYS}::int, before), day, number::int
      FROM ends WHERE coalesce(before, '-infinity') < day
    UNION ALL SELECT o.id, 'visit', coalesce(planned.day, visited.day, o.stage_on + ${FIRST_VISIT_DAYS}::int), NULL, 1
      FROM open o LEFT JOIN planned ON planned.business_id = o.id LEFT JOIN visited ON visited.business_id = o.id
      WHERE o.stage = 'enrolled' OR planned.day IS NOT NULL
    UNION ALL SELECT business_id, 'declarations', min(from_on), NULL, count(*)::int
      FROM declared JOIN open ON open.id = business_id GROUP BY business_id
    UNION ALL SELECT business_id, 'actions', min(due_on), NULL, count(*)::int
      FROM visit_actions JOIN open ON open.id = business_id WHERE ${theirs} AND done_on IS NULL GROUP BY business_id
    UNION ALL SELECT id, 'exclusion', exclusion_review_on, NULL, 1 FROM b
      WHERE stage = 'excluded' AND exclusion_review_on IS NOT NULL`;
}

/** Follow-ups that stand and should not ("old"), and those that should and do not ("new"). */
export function followUpDifferences(boroughCode: string | SQL, businesses: SQL): SQL {
  return sql`
    WITH old AS (
      SELECT business_id, kind, from_on, until_on, number FROM follow_ups
      WHERE borough_code = ${boroughCode} AND business_id = ANY (${businesses})
    ),
    new AS MATERIALIZED (${computedFollowUps(boroughCode, businesses)})
    SELECT 'old' AS side, o.* FROM (SELECT * FROM old EXCEPT SELECT * FROM new) o
    UNION ALL
    SELECT 'new' AS side, n.* FROM (SELECT * FROM new EXCEPT SELECT * FROM old) n`;
}
