import "server-only";
import { asc, eq } from "drizzle-orm";
import type { CourseText } from "@/lib/db/schema/drafts";
import { courses, courseVersions, lessons, questions, scenarios } from "@/lib/db/schema/library";
import type { Transaction } from "@/lib/db/scope";
import { NotFound } from "@/lib/errors";

/** All that a published version says, with its lessons by name. Throws NotFound. */
export async function readVersionText(tx: Transaction, versionId: string): Promise<CourseText> {
  const [version] = await tx
    .select({
      title: courses.title,
      summary: courses.summary,
      writtenFor: courseVersions.writtenFor,
      contentNote: courseVersions.contentNote,
      outcomes: courseVersions.outcomes,
      minutes: courseVersions.minutes,
      monthsValid: courseVersions.monthsValid,
      passShare: courseVersions.passShare,
      questionsPerAttempt: courseVersions.questionsPerAttempt,
      refresherLessons: courseVersions.refresherLessons,
      refresherQuestions: courseVersions.refresherQuestions,
    })
    .from(courseVersions)
    .innerJoin(courses, eq(courses.slug, courseVersions.courseSlug))
    .where(eq(courseVersions.id, versionId));
  if (!version) throw new NotFound();
  const read = await tx
    .select()
    .from(lessons)
    .where(eq(lessons.versionId, versionId))
    .orderBy(asc(lessons.position));
  const asked = await tx
    .select()
    .from(questions)
    .where(eq(questions.versionId, versionId))
    .orderBy(asc(questions.use), asc(questions.position));
  const played = await tx
    .select()
    .from(scenarios)
    .where(eq(scenarios.versionId, versionId))
    .orderBy(asc(scenarios.position));
  const named = (position: number) => read.find((one) => one.position === position)?.slug ?? "";
  return {
    ...version,
    refresherLessons: version.refresherLessons.map(named),
    lessons: read.map(({ slug, title, minutes, body, sources }) => ({
      ...{ slug, title, minutes, body, sources },
    })),
    questions: asked.map(({ id, use, lessonPosition, kind, prompt, options }) => ({
      ...{ id, use, lesson: named(lessonPosition), kind, prompt, options },
    })),
    scenarios: played.map(({ id, lessonPosition, title, summary, scenes, endings }) => ({
      ...{ id, lesson: named(lessonPosition), title, summary, scenes, endings },
    })),
  };
}
