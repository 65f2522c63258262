import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { FIRST_VISIT_DAYS, LAPSE_DAYS } from "@/lib/businesses/follow-up-kinds";
import { ANSWER_DAYS } from "@/lib/businesses/model";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";

type FollowUpContext = Pick<WriteContext, "tx" | "boroughCode">;

interface Difference extends Record<string, unknown> {
  side: "old" | "new";
  business_id: string;
  kind: string;
  from_on: string;
  until_on: string | null;
  number: number;
}

const AT_ONCE = 200;

/**
 * What an officer should see to at each business, from its facts and its standing: rows of
 * (business_id, kind, from_on, until_on, number). A row holds from its day until before the other, so
 * that time alone brings it up and nothing has to run at night.
 */
export function computedFollowUps(boroughCode: string, businesses: SQL): SQL {
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
      SELECT id, business_id, course_slug, due_on FROM assignments WHERE ${theirs} AND ended_on IS NULL
    ),
    newest AS MATERIALIZED (
      SELECT DISTINCT ON (business_id, measure) business_id, measure, met_until
      FROM standing_periods WHERE ${theirs} AND measure NOT IN ('in_scope', 'anyone_trained', 'prevent', 'protect', 'pursue')
      ORDER BY business_id, measure, met_from DESC
    ),
    late AS (
      SELECT a.business_id, greatest(a.due_on + 1, n.met_until) AS day
      FROM asked a JOIN open o ON o.id = a.business_id
      LEFT JOIN measure_courses mc ON mc.borough_code = ${boroughCode} AND mc.sector = o.sector
        AND mc.course_slug = a.course_slug
      LEFT JOIN newest n ON n.business_id = a.business_id AND n.measure = mc.measure
      WHERE n.business_id IS NULL OR n.met_until IS NOT NULL
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

/**
 * Recomputes the follow-ups of these businesses and adds the differences to their counts by day, in
 * the caller's transaction and role, after their standing: its locks are held already.
 */
export async function refreshFollowUps(
  ctx: FollowUpContext,
  businessIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(businessIds)].sort();
  const differences: Difference[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    differences.push(...(await findDifferences(ctx, ids.slice(from, from + AT_ONCE))));
  }
  if (differences.length === 0) return;
  await writeFollowUps(ctx, differences);
  await addToCells(ctx, differences);
}

async function findDifferences(
  { tx, boroughCode }: FollowUpContext,
  ids: string[],
): Promise<Difference[]> {
  const businesses = arrayOf(ids, "uuid");
  const rows = await tx.execute<Difference>(sql`
    WITH old AS (
      SELECT business_id, kind, from_on, until_on, number FROM follow_ups
      WHERE borough_code = ${boroughCode} AND business_id = ANY (${businesses})
    ),
    new AS MATERIALIZED (${computedFollowUps(boroughCode, businesses)})
    SELECT 'old' AS side, o.* FROM (SELECT * FROM old EXCEPT SELECT * FROM new) o
    UNION ALL
    SELECT 'new' AS side, n.* FROM (SELECT * FROM new EXCEPT SELECT * FROM old) n`);
  return [...rows];
}

async function writeFollowUps(
  { tx, boroughCode }: FollowUpContext,
  differences: Difference[],
): Promise<void> {
  const columns = (rows: Difference[]) => ({
    businesses: arrayOf(
      rows.map((row) => row.business_id),
      "uuid",
    ),
    kinds: arrayOf(
      rows.map((row) => row.kind),
      "text",
    ),
    from: arrayOf(
      rows.map((row) => row.from_on),
      "date",
    ),
    until: arrayOf(
      rows.map((row) => row.until_on),
      "date",
    ),
    numbers: arrayOf(
      rows.map((row) => row.number),
      "int",
    ),
  });
  const gone = differences.filter((row) => row.side === "old");
  if (gone.length > 0) {
    const { businesses, kinds, from } = columns(gone);
    await tx.execute(sql`
      DELETE FROM follow_ups f USING unnest(${businesses}, ${kinds}, ${from}) AS g (business_id, kind, from_on)
      WHERE f.borough_code = ${boroughCode} AND f.business_id = g.business_id AND f.kind = g.kind
        AND f.from_on = g.from_on`);
  }
  const come = differences.filter((row) => row.side === "new");
  if (come.length === 0) return;
  const { businesses, kinds, from, until, numbers } = columns(come);
  await tx.execute(sql`
    INSERT INTO follow_ups (borough_code, business_id, kind, from_on, until_on, number)
    SELECT ${boroughCode}, * FROM unnest(${businesses}, ${kinds}, ${from}, ${until}, ${numbers})`);
}

/** Plus one on the day a follow-up comes up, minus one on the day it goes; the reverse for an old one. */
async function addToCells(
  { tx, boroughCode }: FollowUpContext,
  differences: Difference[],
): Promise<void> {
  const sums = new Map<string, { kind: string; day: string; delta: number }>();
  const add = (kind: string, day: string | null, delta: number) => {
    if (day === null) return;
    const key = `${kind} ${day}`;
    sums.set(key, { kind, day, delta: (sums.get(key)?.delta ?? 0) + delta });
  };
  for (const row of differences) {
    const sign = row.side === "new" ? 1 : -1;
    add(row.kind, row.from_on, sign);
    add(row.kind, row.until_on, -sign);
  }
  const cells = [...sums.values()].filter((cell) => cell.delta !== 0);
  if (cells.length === 0) return;
  await tx.execute(sql`
    INSERT INTO follow_up_cells AS c (borough_code, kind, day, delta)
    SELECT ${boroughCode}, * FROM unnest(
      ${arrayOf(
        cells.map((cell) => cell.kind),
        "text",
      )}, ${arrayOf(
        cells.map((cell) => cell.day),
        "date",
      )},
      ${arrayOf(
        cells.map((cell) => cell.delta),
        "int",
      )}) AS n (kind, day, delta)
    ORDER BY n.kind, n.day
    ON CONFLICT (borough_code, kind, day) DO UPDATE SET delta = c.delta + excluded.delta`);
}
