import "server-only";
import { sql } from "drizzle-orm";
import type { LearnerContext } from "./queries";
import type { LessonView, QuestionView } from "./record-queries";

export interface MyLanguages {
  /** Those in which anything is ready to be read, by code. */
  offered: string[];
  /** The one this person chose; null for English. */
  chosen: string | null;
}

/** The languages the library offers beside English, and the one the learner reads in. */
export async function listMyLanguages(ctx: LearnerContext): Promise<MyLanguages> {
  const rows = await ctx.tx.execute<{ language: string; chosen: boolean }>(sql`
    SELECT t.language, t.language = max(r.language) AS chosen FROM course_translations t
    LEFT JOIN reading_languages r ON r.borough_code = ${ctx.viewer.boroughCode} AND r.staff_id = ${ctx.viewer.staffId}
    WHERE t.reviewed_on IS NOT NULL GROUP BY t.language ORDER BY t.language`);
  return {
    offered: rows.map(({ language }) => language),
    chosen: rows.find(({ chosen }) => chosen)?.language ?? null,
  };
}

interface Said {
  prompt: string;
  options: { text: string; feedback: string }[];
}

/** Puts the words of another language into a question; which options are right stays as it was written. */
function inWords(question: QuestionView, said: Said, language: string): QuestionView {
  const options = question.options.map((option, index) => ({ ...option, ...said.options[index] }));
  return { ...question, prompt: said.prompt, options, language };
}

/** A final question in the learner's language, once it was reviewed; else as it is, in English. */
export async function questionIn(
  ctx: LearnerContext,
  { versionId, language }: { versionId: string; language: string | null },
  question: QuestionView,
): Promise<QuestionView> {
  if (!language) return question;
  const [said] = await ctx.tx.execute<Said & Record<string, unknown>>(sql`
    SELECT q.prompt, q.options FROM course_translations t
    JOIN question_translations q ON q.version_id = t.version_id AND q.language = t.language
    WHERE t.version_id = ${versionId} AND t.language = ${language} AND t.reviewed_on IS NOT NULL
      AND q.question_id = ${question.id}`);
  return said ? inWords(question, said, language) : question;
}

type LessonRow = { title: string | null; body: string | null } & (
  | Said
  | { prompt: null; options: null }
);

/** A lesson and its practice question in the learner's language; either that is not ready stays English. */
export async function lessonIn(
  ctx: LearnerContext,
  { versionId, language }: { versionId: string; language: string | null },
  lesson: LessonView,
): Promise<LessonView> {
  if (!language) return lesson;
  const [row] = await ctx.tx.execute<LessonRow & Record<string, unknown>>(sql`
    SELECT l.title, l.body, q.prompt, q.options FROM course_translations t
    LEFT JOIN lesson_translations l ON l.version_id = t.version_id AND l.language = t.language
      AND l.position = ${lesson.position}
    LEFT JOIN question_translations q ON q.version_id = t.version_id AND q.language = t.language
      AND q.question_id = ${lesson.practice?.id ?? ""}
    WHERE t.version_id = ${versionId} AND t.language = ${language} AND t.reviewed_on IS NOT NULL`);
  const { title, body } = row ?? {};
  const practice =
    lesson.practice && row?.prompt ? inWords(lesson.practice, row, language) : lesson.practice;
  return title && body ? { ...lesson, title, body, language, practice } : { ...lesson, practice };
}

/** Lessons of a version, those that are ready in the learner's language. */
export async function lessonsIn<Lesson extends { position: number; title: string; body: string }>(
  ctx: LearnerContext,
  { versionId, language }: { versionId: string; language: string | null },
  lessons: readonly Lesson[],
): Promise<(Lesson & { language?: string })[]> {
  if (!language) return [...lessons];
  const rows = await ctx.tx.execute<{ position: number; title: string; body: string }>(sql`
    SELECT l.position, l.title, l.body FROM course_translations t
    JOIN lesson_translations l ON l.version_id = t.version_id AND l.language = t.language
    WHERE t.version_id = ${versionId} AND t.language = ${language} AND t.reviewed_on IS NOT NULL`);
  return lessons.map((lesson) => {
    const said = rows.find(({ position }) => position === lesson.position);
    return said ? { ...lesson, title: said.title, body: said.body, language } : lesson;
  });
}

export interface CourseWords {
  title: string;
  summary: string;
  contentNote: string;
}

/** What a course is and its content note in the learner's own language; null while it is read in English. */
export async function findCourseWords(
  ctx: LearnerContext,
  versionId: string,
): Promise<(CourseWords & { language: string }) | null> {
  const [row] = await ctx.tx.execute<CourseWords & { language: string } & Record<string, unknown>>(
    sql`SELECT t.language, t.title, t.summary, t.content_note AS "contentNote" FROM course_translations t
      JOIN reading_languages r ON r.language = t.language AND r.borough_code = ${ctx.viewer.boroughCode}
        AND r.staff_id = ${ctx.viewer.staffId}
      WHERE t.version_id = ${versionId} AND t.reviewed_on IS NOT NULL AND t.title <> ''`,
  );
  return row ?? null;
}
