import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { isUuid } from "@/lib/auth/ids";
import { boroughContacts } from "@/lib/db/schema/boroughs";
import {
  assignments,
  courses,
  courseVersions,
  type LessonSource,
  lessons,
  type QuestionOption,
  questions,
  trainingRecords,
} from "@/lib/db/schema/training";
import { NotFound } from "@/lib/errors";
import type { LearnerContext } from "./queries";

export interface MyRecord {
  id: string;
  courseSlug: string;
  course: string;
  versionId: string;
  reachedLesson: number;
  completedOn: string | null;
  lessons: number;
  passShare: number;
  questionsPerAttempt: number;
  dueOn: string;
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
      completedOn: trainingRecords.completedOn,
      passShare: courseVersions.passShare,
      questionsPerAttempt: courseVersions.questionsPerAttempt,
      dueOn: assignments.dueOn,
      lessons: sql<number>`(SELECT count(*)::int FROM ${lessons} WHERE ${lessons.versionId} = ${trainingRecords.versionId})`,
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
}

export interface LessonView {
  position: number;
  title: string;
  minutes: number;
  body: string;
  sources: LessonSource[];
  practice: QuestionView | null;
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

/** The newest version of the course; null when it has none. */
export async function findNewestVersion(
  tx: LearnerContext["tx"],
  courseSlug: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: courseVersions.id })
    .from(courseVersions)
    .where(eq(courseVersions.courseSlug, courseSlug))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  return row?.id ?? null;
}
