import "server-only";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { isUuid } from "@/lib/auth/ids";
import type { ReadContext } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { assignments } from "@/lib/db/schema/assignments";
import { courses, courseVersions, questions } from "@/lib/db/schema/library";
import { groupSessions } from "@/lib/db/schema/training";
import { NotFound } from "@/lib/errors";
import { RENEWAL_DAYS } from "@/lib/training/model";
import type { LearnerContext } from "@/lib/training/queries";
import { QUESTION, type QuestionView } from "@/lib/training/record-queries";
import { type SessionState, sessionState } from "./model";

export interface SessionRow {
  id: string;
  courseSlug: string;
  course: string;
  heldOn: string;
  state: SessionState;
  /** People who were there, and those of them who passed its check. */
  attended: number;
  passed: number;
}

const ATTENDED = sql<number>`(SELECT count(*)::int FROM session_attendances a
  WHERE a.borough_code = group_sessions.borough_code AND a.session_id = group_sessions.id)`;
const PASSED = sql<number>`(SELECT count(*)::int FROM training_records r
  WHERE r.borough_code = group_sessions.borough_code AND r.session_id = group_sessions.id
    AND r.completed_on IS NOT NULL)`;

const ROW = {
  id: groupSessions.id,
  courseSlug: groupSessions.courseSlug,
  course: courses.title,
  heldOn: groupSessions.heldOn,
  endedAt: groupSessions.endedAt,
  calledOff: groupSessions.calledOff,
  attended: ATTENDED,
  passed: PASSED,
};

const stateOf = (
  today: string,
  row: { heldOn: string; endedAt: Date | null; calledOff: boolean },
): SessionState => sessionState(today, { ...row, ended: row.endedAt !== null });

/** The sessions of a business, the newest day first (at most 100). */
export async function listSessions(ctx: ReadContext, businessId: string): Promise<SessionRow[]> {
  const rows = await ctx.tx
    .select(ROW)
    .from(groupSessions)
    .innerJoin(courses, eq(courses.slug, groupSessions.courseSlug))
    .where(and(ctx.inBorough(groupSessions), eq(groupSessions.businessId, businessId)))
    .orderBy(desc(groupSessions.heldOn), desc(groupSessions.createdAt))
    .limit(100);
  return rows.map(({ endedAt, calledOff, ...row }) => ({
    ...row,
    state: stateOf(ctx.today, { heldOn: row.heldOn, endedAt, calledOff }),
  }));
}

export interface SessionView extends SessionRow {
  passShare: number;
  /** The printed check, in its order. */
  check: QuestionView[];
}

/** One session of a business with its printed check. Throws NotFound. */
export async function getSession(
  ctx: ReadContext,
  businessId: string,
  id: string,
): Promise<SessionView> {
  if (!isUuid(id)) throw new NotFound();
  const [row] = await ctx.tx
    .select({
      ...ROW,
      versionId: groupSessions.versionId,
      questionIds: groupSessions.questionIds,
      passShare: courseVersions.passShare,
    })
    .from(groupSessions)
    .innerJoin(courses, eq(courses.slug, groupSessions.courseSlug))
    .innerJoin(courseVersions, eq(courseVersions.id, groupSessions.versionId))
    .where(
      and(
        ctx.inBorough(groupSessions),
        eq(groupSessions.id, id),
        eq(groupSessions.businessId, businessId),
      ),
    );
  if (!row) throw new NotFound("No such session.");
  const asked = await ctx.tx
    .select(QUESTION)
    .from(questions)
    .where(and(eq(questions.versionId, row.versionId), inArray(questions.id, row.questionIds)));
  const { versionId: _, questionIds, endedAt, calledOff, ...facts } = row;
  return {
    ...facts,
    state: stateOf(ctx.today, { heldOn: row.heldOn, endedAt, calledOff }),
    check: questionIds.flatMap((each) => asked.filter((question) => question.id === each)),
  };
}

export interface RegisterRow extends Record<string, unknown> {
  staffId: string;
  name: string;
  attended: boolean;
  /** They hold a certificate of the course that is not to be renewed yet: nothing is entered for them. */
  holds: boolean;
}

/** Everybody confirmed at a business, by name: who was there, and who needs no certificate now. */
export async function listRegister(
  ctx: ReadContext,
  businessId: string,
  session: Pick<SessionRow, "id" | "courseSlug" | "heldOn">,
): Promise<RegisterRow[]> {
  const rows = await ctx.tx.execute<RegisterRow>(sql`
    SELECT s.id AS "staffId", s.name,
      EXISTS (SELECT 1 FROM session_attendances a WHERE a.borough_code = s.borough_code
        AND a.session_id = ${session.id} AND a.staff_id = s.id) AS attended,
      EXISTS (SELECT 1 FROM certificates k WHERE k.borough_code = s.borough_code AND k.business_id = s.business_id
        AND k.staff_id = s.id AND k.course_slug = ${session.courseSlug} AND k.revoked_on IS NULL
        AND k.expires_on > ${addDays(session.heldOn, RENEWAL_DAYS)}) AS holds
    FROM staff_members s
    WHERE s.borough_code = ${ctx.boroughs[0] ?? ""} AND s.business_id = ${businessId}
      AND s.confirmed_on IS NOT NULL AND s.left_on IS NULL
    ORDER BY s.name_key, s.id`);
  return [...rows];
}

/** The open assignment of a course to a business; null when it is not asked. */
export async function findAsked(
  ctx: ReadContext,
  businessId: string,
  courseSlug: string,
): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        ctx.inBorough(assignments),
        eq(assignments.businessId, businessId),
        eq(assignments.courseSlug, courseSlug),
        isNull(assignments.endedOn),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

/** The courses a business is asked to take now. */
export async function listAskedCourses(
  ctx: ReadContext,
  businessId: string,
): Promise<{ slug: string; title: string }[]> {
  return ctx.tx
    .selectDistinct({ slug: courses.slug, title: courses.title })
    .from(assignments)
    .innerJoin(courses, eq(courses.slug, assignments.courseSlug))
    .where(
      and(
        ctx.inBorough(assignments),
        eq(assignments.businessId, businessId),
        isNull(assignments.endedOn),
      ),
    )
    .orderBy(courses.title);
}

export interface MySession {
  id: string;
  course: string;
  courseSlug: string;
}

/** Sessions held today where the learner works, of a course they need and in which they are not yet. */
export async function listMySessions(ctx: LearnerContext): Promise<MySession[]> {
  const rows = await ctx.tx
    .select({ id: groupSessions.id, course: courses.title, courseSlug: groupSessions.courseSlug })
    .from(groupSessions)
    .innerJoin(courses, eq(courses.slug, groupSessions.courseSlug))
    .where(
      and(
        ctx.inBorough(groupSessions),
        eq(groupSessions.businessId, ctx.viewer.businessId),
        eq(groupSessions.heldOn, ctx.today),
        isNull(groupSessions.endedAt),
        eq(groupSessions.calledOff, false),
        sql`NOT EXISTS (SELECT 1 FROM session_attendances a WHERE a.borough_code = group_sessions.borough_code
          AND a.session_id = group_sessions.id AND a.staff_id = ${ctx.viewer.staffId})`,
        sql`NOT EXISTS (SELECT 1 FROM certificates k WHERE k.borough_code = group_sessions.borough_code
          AND k.staff_id = ${ctx.viewer.staffId} AND k.course_slug = group_sessions.course_slug
          AND k.revoked_on IS NULL AND k.expires_on > ${addDays(ctx.today, RENEWAL_DAYS)})`,
      ),
    );
  return rows;
}
