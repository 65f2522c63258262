import "server-only";
import { asc, type SQL, sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { ReadContext } from "@/lib/command";
import { monthEnd } from "@/lib/dates";
import { arrayOf } from "@/lib/db/arrays";
import { courses } from "@/lib/db/schema/library";
import { NotFound } from "@/lib/errors";
import { IS_ASKED } from "@/lib/training/audience";
import { type AssignmentState, type Audience, assignmentState } from "./model";

export interface CourseChoice {
  slug: string;
  title: string;
  summary: string;
  /** Whom a form of this course begins with. */
  audience: Audience;
}

/** The courses a business can be asked to complete. */
export async function listCourseChoices(ctx: ReadContext): Promise<CourseChoice[]> {
  const rows = await ctx.tx
    .select({
      slug: courses.slug,
      title: courses.title,
      summary: courses.summary,
      purpose: courses.purpose,
    })
    .from(courses)
    .orderBy(asc(courses.title));
  return rows.map(({ purpose, ...row }) => ({
    ...row,
    audience: purpose === "premises" ? "managers" : "all_staff",
  }));
}

export interface AssignmentRow {
  id: string;
  businessId: string;
  businessName: string;
  courseSlug: string;
  courseTitle: string;
  dueOn: string;
  /** Which of the people there are asked. */
  audience: Audience;
  /** Percent of them a rule asks for; null where the borough's targets say. */
  share: number | null;
  /** Confirmed people of those asked who hold a current certificate of the course. */
  completed: number;
  /** People who work there, as declared; never fewer than are listed. Null when not declared. */
  headcount: number | null;
  /** Confirmed people who are asked. */
  listed: number;
  state: AssignmentState;
}

const inBorough = (ctx: ReadContext) =>
  sql`a.borough_code = ANY (${arrayOf(ctx.boroughs, "text")})`;

/** Somebody asked by the assignment `a` works there at the end of the month; `k` is their certificate. */
const askedPeople = (lastDay: string, what: SQL) => sql`
  SELECT ${what} FROM staff_members s
  LEFT JOIN LATERAL (
    SELECT true AS held FROM certificates k WHERE k.borough_code = s.borough_code AND k.business_id = s.business_id
      AND k.staff_id = s.id AND k.course_slug = a.course_slug AND k.issued_on <= ${lastDay}
      AND k.expires_on >= ${lastDay} AND (k.revoked_on IS NULL OR k.revoked_on > ${lastDay}) LIMIT 1
  ) k ON true
  WHERE s.borough_code = a.borough_code AND s.business_id = a.business_id AND s.confirmed_on <= ${lastDay}
    AND (s.left_on IS NULL OR s.left_on > ${lastDay}) AND ${IS_ASKED}`;

/**
 * The business meets, this month, the measure the course counts for in its sector; where it counts for
 * none, or some people alone are asked, each of them holds a certificate. Where a rule names a share,
 * that share of them does: of the headcount when everybody is asked, never fewer than are listed.
 */
export const MET = (today: string) => sql`(CASE WHEN a.share IS NOT NULL THEN (
    ${askedPeople(
      monthEnd(today),
      sql`count(*) > 0 AND count(k.held) * 100 >= a.share
      * greatest(count(*), CASE WHEN a.audience = 'all_staff' THEN coalesce(b.headcount, 0) ELSE 0 END)`,
    )})
  WHEN a.audience = 'all_staff' AND EXISTS (
  SELECT 1 FROM measure_courses mc WHERE mc.borough_code = b.borough_code AND mc.sector = b.sector
    AND mc.course_slug = a.course_slug)
  THEN ${MEASURE_MET(today)}
  ELSE (${askedPeople(monthEnd(today), sql`coalesce(bool_and(k.held IS TRUE), false)`)}) END)`;

const MEASURE_MET = (today: string) => sql`EXISTS (
  SELECT 1 FROM measure_courses mc JOIN standing_periods p ON p.borough_code = mc.borough_code
    AND p.measure = mc.measure AND p.business_id = b.id
  WHERE mc.borough_code = b.borough_code AND mc.sector = b.sector AND mc.course_slug = a.course_slug
    AND p.met_from <= ${today} AND (p.met_until IS NULL OR p.met_until > ${today}))`;

/** The council's own teams are asked too, and shown among the borough's actions instead. */
const OPEN = sql`a.ended_on IS NULL AND b.stage IN ('in_scope', 'invited', 'enrolled')
  AND b.sector <> ${COUNCIL_TEAM}`;

async function selectRows(ctx: ReadContext, where: SQL, tail: SQL): Promise<AssignmentRow[]> {
  const lastDay = monthEnd(ctx.today);
  const rows = await ctx.tx.execute<Omit<AssignmentRow, "state"> & { met: boolean }>(sql`
    SELECT a.id, b.id AS "businessId", b.name AS "businessName",
      a.course_slug AS "courseSlug", courses.title AS "courseTitle",
      a.due_on AS "dueOn", a.audience, a.share, b.headcount, ${MET(ctx.today)} AS met,
      staff.listed, staff.completed
    FROM assignments a
    JOIN businesses b ON b.borough_code = a.borough_code AND b.id = a.business_id
    JOIN courses ON courses.slug = a.course_slug
    CROSS JOIN LATERAL (${askedPeople(lastDay, sql`count(*)::int AS listed, count(k.held)::int AS completed`)}) staff
    WHERE ${inBorough(ctx)} AND ${where} ${tail}`);
  return [...rows].map(({ met, ...row }) => ({
    ...row,
    state: assignmentState({ met, dueOn: row.dueOn }, ctx.today),
  }));
}

/** The open assignments of one business, the first due first. */
export function listBusinessAssignments(
  ctx: ReadContext,
  businessId: string,
): Promise<AssignmentRow[]> {
  return selectRows(
    ctx,
    sql`a.ended_on IS NULL AND a.business_id = ${businessId}`,
    sql`ORDER BY a.due_on, a.id`,
  );
}

/** One open assignment. Throws NotFound. */
export async function getAssignment(ctx: ReadContext, id: string): Promise<AssignmentRow> {
  const [row] = await selectRows(ctx, sql`a.ended_on IS NULL AND a.id = ${id}`, sql`LIMIT 1`);
  if (!row) throw new NotFound("No such open assignment.");
  return row;
}

export interface AssignmentFilter {
  courseSlug: string | null;
  state: AssignmentState | null;
}

const PAGE = 50;

function stateCondition(state: AssignmentState | null, today: string): SQL {
  if (state === null) return sql`true`;
  if (state === "met") return MET(today);
  return state === "overdue"
    ? sql`a.due_on < ${today} AND NOT ${MET(today)}`
    : sql`a.due_on >= ${today} AND NOT ${MET(today)}`;
}

function listConditions(ctx: ReadContext, filter: AssignmentFilter): SQL[] {
  const conditions = [OPEN, stateCondition(filter.state, ctx.today)];
  if (filter.courseSlug) conditions.push(sql`a.course_slug = ${filter.courseSlug}`);
  return conditions;
}

/** Open assignments of businesses in scope that the filter leaves. */
export async function countAssignments(
  ctx: ReadContext,
  filter: AssignmentFilter,
): Promise<number> {
  const [count] = await ctx.tx.execute<{ total: number }>(sql`
    SELECT count(*)::int AS total FROM assignments a
    JOIN businesses b ON b.borough_code = a.borough_code AND b.id = a.business_id
    WHERE ${inBorough(ctx)} AND ${sql.join(listConditions(ctx, filter), sql` AND `)}`);
  return count?.total ?? 0;
}

/** Open assignments of businesses in scope, by due date: `size` a page, keyset by due date and id. */
export async function listAssignments(
  ctx: ReadContext,
  filter: AssignmentFilter,
  after: string | null,
  size = PAGE,
): Promise<{ rows: AssignmentRow[]; nextAfter: string | null }> {
  const conditions = listConditions(ctx, filter);
  if (after) {
    conditions.push(sql`(a.due_on, a.id) > (SELECT a.due_on, a.id FROM assignments a
      WHERE a.borough_code = a.borough_code AND a.id = ${after})`);
  }
  const rows = await selectRows(
    ctx,
    sql.join(conditions, sql` AND `),
    sql`ORDER BY a.due_on, a.id LIMIT ${size + 1}`,
  );
  const page = rows.slice(0, size);
  return { rows: page, nextAfter: rows.length > size ? (page.at(-1)?.id ?? null) : null };
}

export interface CourseSummary {
  courseSlug: string;
  courseTitle: string;
  asked: number;
  met: number;
  overdue: number;
}

/** For each course: businesses in scope that are asked, that meet its measure, and that are late. */
export async function listCourseSummaries(ctx: ReadContext): Promise<CourseSummary[]> {
  const rows = await ctx.tx.execute<CourseSummary & Record<string, unknown>>(sql`
    SELECT asked.slug AS "courseSlug", asked.title AS "courseTitle", count(*)::int AS asked,
      count(*) FILTER (WHERE asked.met)::int AS met,
      count(*) FILTER (WHERE NOT asked.met AND asked.due_on < ${ctx.today})::int AS overdue
    FROM (
      SELECT courses.slug, courses.title, a.due_on, ${MET(ctx.today)} AS met
      FROM assignments a
      JOIN businesses b ON b.borough_code = a.borough_code AND b.id = a.business_id
      JOIN courses ON courses.slug = a.course_slug
      WHERE ${inBorough(ctx)} AND ${OPEN}
    ) asked
    GROUP BY asked.slug, asked.title ORDER BY asked.title`);
  return [...rows];
}
