import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/lib/auth/viewer";
import type { ReadContext } from "@/lib/command";
import { assignments } from "@/lib/db/schema/assignments";
import { businesses } from "@/lib/db/schema/businesses";
import { certificates } from "@/lib/db/schema/certificates";
import { courses, courseVersions, lessons } from "@/lib/db/schema/library";
import { staffMembers } from "@/lib/db/schema/people";
import { trainingRecords } from "@/lib/db/schema/training";
import { NotFound } from "@/lib/errors";
import { IS_ASKED } from "./audience";
import { type CourseState, courseState } from "./model";

export type Learner = Extract<Viewer, { role: "staff" }>;
export type LearnerContext = ReadContext<Learner>;

export interface LearningPlace {
  business: string;
  closed: boolean;
  /** The day the manager confirmed this person; null while they wait. */
  confirmedOn: string | null;
}

/** Where the learner works. Throws NotFound when they no longer do. */
export async function getLearningPlace(ctx: LearnerContext): Promise<LearningPlace> {
  const [row] = await ctx.tx
    .select({
      business: businesses.name,
      stage: businesses.stage,
      confirmedOn: staffMembers.confirmedOn,
    })
    .from(staffMembers)
    .innerJoin(
      businesses,
      and(
        eq(businesses.boroughCode, staffMembers.boroughCode),
        eq(businesses.id, staffMembers.businessId),
      ),
    )
    .where(
      and(
        ctx.inBorough(staffMembers),
        eq(staffMembers.id, ctx.viewer.staffId),
        isNull(staffMembers.leftOn),
      ),
    );
  if (!row) throw new NotFound();
  return { business: row.business, closed: row.stage === "closed", confirmedOn: row.confirmedOn };
}

export interface MyCertificate {
  id: string;
  courseSlug: string;
  course: string;
  issuedOn: string;
  expiresOn: string;
  revokedOn: string | null;
  /** Training elsewhere that the borough accepted: it has no page and no code of ours. */
  fromElsewhere: boolean;
}

/** The learner's own certificates, the newest first. */
export async function listMyCertificates(ctx: LearnerContext): Promise<MyCertificate[]> {
  return ctx.tx
    .select({
      id: certificates.id,
      courseSlug: certificates.courseSlug,
      course: courses.title,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      revokedOn: certificates.revokedOn,
      fromElsewhere: sql<boolean>`${certificates.equivalentId} IS NOT NULL`,
    })
    .from(certificates)
    .innerJoin(courses, eq(courses.slug, certificates.courseSlug))
    .where(and(ctx.inBorough(certificates), eq(certificates.staffId, ctx.viewer.staffId)))
    .orderBy(desc(certificates.expiresOn), desc(certificates.issuedOn));
}

export interface MyOpenRecord {
  id: string;
  courseSlug: string;
  versionId: string;
  reachedLesson: number;
  /** The lessons of a refresher by position; null for the whole course. */
  path: number[] | null;
  lessons: number;
}

const lessonCount = sql<number>`(SELECT count(*)::int FROM ${lessons} WHERE ${lessons.versionId} = ${courseVersions.id})`;
const pathLength = sql<number>`coalesce(jsonb_array_length(${trainingRecords.refresherLessons}), ${lessonCount})`;

/** The learner's records that are not completed, the newest first. */
export async function listMyOpenRecords(ctx: LearnerContext): Promise<MyOpenRecord[]> {
  return ctx.tx
    .select({
      id: trainingRecords.id,
      courseSlug: courseVersions.courseSlug,
      versionId: trainingRecords.versionId,
      reachedLesson: trainingRecords.reachedLesson,
      path: trainingRecords.refresherLessons,
      lessons: pathLength,
    })
    .from(trainingRecords)
    .innerJoin(courseVersions, eq(courseVersions.id, trainingRecords.versionId))
    .where(
      and(
        ctx.inBorough(trainingRecords),
        eq(trainingRecords.staffId, ctx.viewer.staffId),
        isNull(trainingRecords.completedOn),
      ),
    )
    .orderBy(desc(trainingRecords.startedAt));
}

export interface MyCourse {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  lessons: number;
  versionId: string;
  outcomes: string[];
  /** The shorter path of somebody who renews; empty in a version without one. */
  refresherLessons: number[];
  refresherQuestions: number | null;
  /** They have held a certificate of it that nobody took back, so the shorter path is open to them. */
  mayRefresh: boolean;
  contentNote: string;
  writtenFor: string;
  /** Null when the business is not asked to take it, or no longer. */
  dueOn: string | null;
  record: MyOpenRecord | undefined;
  state: CourseState;
}

/** Courses asked of the business, begun or held by the learner; `slug` asks for one, asked or not. */
export async function listMyCourses(ctx: LearnerContext, slug?: string): Promise<MyCourse[]> {
  const newest = await ctx.tx
    .selectDistinctOn([courses.slug], {
      slug: courses.slug,
      title: courses.title,
      summary: courses.summary,
      minutes: courseVersions.minutes,
      versionId: courseVersions.id,
      outcomes: courseVersions.outcomes,
      refresherLessons: courseVersions.refresherLessons,
      refresherQuestions: courseVersions.refresherQuestions,
      contentNote: courseVersions.contentNote,
      writtenFor: courseVersions.writtenFor,
      lessons: lessonCount,
    })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseSlug, courses.slug))
    .where(slug === undefined ? undefined : eq(courses.slug, slug))
    .orderBy(asc(courses.slug), desc(courseVersions.number));
  const asked = await ctx.tx
    .select({ slug: assignments.courseSlug, dueOn: assignments.dueOn })
    .from(assignments)
    .where(
      and(
        ctx.inBorough(assignments),
        eq(assignments.businessId, ctx.viewer.businessId),
        isNull(assignments.endedOn),
        sql`EXISTS (SELECT 1 FROM staff_members s CROSS JOIN (SELECT assignments.audience) a
          WHERE s.borough_code = assignments.borough_code AND s.id = ${ctx.viewer.staffId} AND ${IS_ASKED})`,
      ),
    );
  const records = await listMyOpenRecords(ctx);
  const held = await listMyCertificates(ctx);
  return newest
    .map((course) => {
      const record = records.find((r) => r.courseSlug === course.slug);
      const certificate = held.find((c) => c.courseSlug === course.slug && !c.revokedOn);
      return {
        ...course,
        dueOn: asked.find((a) => a.slug === course.slug)?.dueOn ?? null,
        record,
        mayRefresh:
          certificate !== undefined &&
          !certificate.fromElsewhere &&
          course.refresherLessons.length > 0,
        state: courseState(ctx.today, record, certificate),
      };
    })
    .filter((course) => slug !== undefined || course.dueOn || course.state.kind !== "not_started")
    .sort((a, b) => (a.dueOn ?? "9").localeCompare(b.dueOn ?? "9"));
}

/** One course with the learner's standing. Throws NotFound when there is no such course. */
export async function getMyCourse(ctx: LearnerContext, slug: string): Promise<MyCourse> {
  const [course] = await listMyCourses(ctx, slug);
  if (!course) throw new NotFound();
  return course;
}
