import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { isUuid } from "@/lib/auth/ids";
import { assignments } from "@/lib/db/schema/assignments";
import { boroughContacts } from "@/lib/db/schema/boroughs";
import {
  courses,
  courseVersions,
  type LessonSource,
  lessons,
  type QuestionOption,
  questions,
} from "@/lib/db/schema/library";
import { trainingRecords } from "@/lib/db/schema/training";
import { NotFound } from "@/lib/errors";
import { WRITTEN_IN } from "./languages";
import type { LearnerContext } from "./queries";

export interface MyRecord {
  id: string;
  courseSlug: string;
  course: string;
  versionId: string;
  reachedLesson: number;
  /** The lessons of a refresher by position; null for the whole course. */
  path: number[] | null;
  completedOn: string | null;
  lessons: number;
  passShare: number;
  questionsPerAttempt: number;
  dueOn: string;
  /** A newer version of the course has come out since. */
  replaced: boolean;
  /** The language the learner chose to read in; null for English. */
  language: string | null;
}

/** One of the learner's own records. Throws NotFound for anybody else's. */
export async function getMyRecord(ctx: LearnerContext, id: string): Promise<MyRecord> {
  if (!isUuid(id)) throw new NotFound();
  const [row] = await ctx.tx
    .select({
      id: trainingRecords.id,
      courseSlug: courseVersions.courseSlug,
      course: courses.title,
      versionId: trainingRecords.versionId,
      reachedLesson: trainingRecords.reachedLesson,
      path: trainingRecords.refresherLessons,
      completedOn: trainingRecords.completedOn,
      passShare: courseVersions.passShare,
      questionsPerAttempt: sql<number>`CASE WHEN ${trainingRecords.refresherLessons} IS NULL
          AND ${trainingRecords.sessionId} IS NULL
        THEN ${courseVersions.questionsPerAttempt}
        ELSE coalesce(${courseVersions.refresherQuestions}, ${courseVersions.questionsPerAttempt}) END`,
      dueOn: assignments.dueOn,
      replaced: sql<boolean>`EXISTS (SELECT FROM course_versions newer
        WHERE newer.course_slug = ${courseVersions.courseSlug} AND newer.number > ${courseVersions.number})`,
      language: sql<
        string | null
      >`(SELECT nullif(r.language, ${WRITTEN_IN}) FROM reading_languages r
        WHERE r.borough_code = ${trainingRecords.boroughCode} AND r.staff_id = ${trainingRecords.staffId})`,
      lessons: sql<number>`coalesce(jsonb_array_length(${trainingRecords.refresherLessons}),
        (SELECT count(*)::int FROM ${lessons} WHERE ${lessons.versionId} = ${trainingRecords.versionId}))`,
    })
    .from(trainingRecords)
    .innerJoin(courseVersions, eq(courseVersions.id, trainingRecords.versionId))
    .innerJoin(courses, eq(courses.slug, courseVersions.courseSlug))
    .innerJoin(
      assignments,
      and(
        eq(assignments.boroughCode, trainingRecords.boroughCode),
        eq(assignments.id, trainingRecords.assignmentId),
      ),
    )
    .where(
      and(
        ctx.inBorough(trainingRecords),
        eq(trainingRecords.id, id),
        eq(trainingRecords.staffId, ctx.viewer.staffId),
      ),
    );
  if (!row) throw new NotFound();
  return row;
}

export interface QuestionView {
  id: string;
  kind: "one" | "several";
  prompt: string;
  options: QuestionOption[];
  lessonPosition: number;
  /** The language of its words; not there for English. */
  language?: string;
}

export interface LessonView {
  position: number;
  title: string;
  minutes: number;
  body: string;
  sources: LessonSource[];
  practice: QuestionView | null;
  /** The language of its words; not there for English. */
  language?: string;
}

/** A lesson of the version a record began with, and its practice question. Throws NotFound. */
export async function getLesson(
  ctx: LearnerContext,
  versionId: string,
  position: number,
): Promise<LessonView> {
  const [lesson] = await ctx.tx
    .select({
      position: lessons.position,
      title: lessons.title,
      minutes: lessons.minutes,
      body: lessons.body,
      sources: lessons.sources,
    })
    .from(lessons)
    .where(and(eq(lessons.versionId, versionId), eq(lessons.position, position)));
  if (!lesson) throw new NotFound();
  const [practice] = await ctx.tx
    .select(QUESTION)
    .from(questions)
    .where(
      and(
        eq(questions.versionId, versionId),
        eq(questions.lessonPosition, position),
        eq(questions.use, "practice"),
      ),
    )
    .orderBy(asc(questions.position))
    .limit(1);
  return { ...lesson, practice: practice ?? null };
}

export const QUESTION = {
  id: questions.id,
  kind: questions.kind,
  prompt: questions.prompt,
  options: questions.options,
  lessonPosition: questions.lessonPosition,
};

export interface FrontDoor {
  teamName: string;
  email: string | null;
  phone: string | null;
  outOfHoursPhone: string | null;
  confirmedOn: string | null;
}

/** Children's services of the learner's borough; null when the borough has recorded none. */
export async function findFrontDoor(ctx: LearnerContext): Promise<FrontDoor | null> {
  const [row] = await ctx.tx
    .select({
      teamName: boroughContacts.teamName,
      email: boroughContacts.email,
      phone: boroughContacts.phone,
      outOfHoursPhone: boroughContacts.outOfHoursPhone,
      confirmedOn: boroughContacts.confirmedOn,
    })
    .from(boroughContacts)
    .where(ctx.inBorough(boroughContacts));
  return row ?? null;
}

/** The lessons of a version in their order: where each is and what it is called. */
export async function listLessonTitles(
  ctx: LearnerContext,
  versionId: string,
): Promise<{ position: number; title: string; minutes: number }[]> {
  return ctx.tx
    .select({ position: lessons.position, title: lessons.title, minutes: lessons.minutes })
    .from(lessons)
    .where(eq(lessons.versionId, versionId))
    .orderBy(asc(lessons.position));
}

/** Every lesson of a version with its text, in order. */
export async function listLessons(
  ctx: LearnerContext,
  versionId: string,
): Promise<{ position: number; title: string; body: string }[]> {
  return ctx.tx
    .select({ position: lessons.position, title: lessons.title, body: lessons.body })
    .from(lessons)
    .where(eq(lessons.versionId, versionId))
    .orderBy(asc(lessons.position));
}

/** Those of the lessons that are on a refresher's path, in its order; all of them without one. */
export function onPath<Lesson extends { position: number }>(
  all: readonly Lesson[],
  path: readonly number[] | null,
): Lesson[] {
  if (path === null) return [...all];
  return path.flatMap((position) => all.filter((lesson) => lesson.position === position));
}

export interface NewestVersion {
  id: string;
  refresherLessons: number[];
}

/** The newest version of the course; null when it has none. */
export async function findNewestVersion(
  tx: LearnerContext["tx"],
  courseSlug: string,
): Promise<NewestVersion | null> {
  const [row] = await tx
    .select({ id: courseVersions.id, refresherLessons: courseVersions.refresherLessons })
    .from(courseVersions)
    .where(eq(courseVersions.courseSlug, courseSlug))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  return row ?? null;
}
