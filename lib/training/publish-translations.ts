import type postgres from "postgres";
import {
  lessonFingerprint,
  questionFingerprint,
  type TranslationContent,
} from "./translation-content";

export interface PublishedTranslation {
  language: string;
  /** Null until a native reader has reviewed it: learners do not meet it before. */
  reviewedOn: string | null;
  lessons: number;
  questions: number;
  /** What was made from other English than the version's, with the mark of the present one. */
  outdated: { what: string; of: string }[];
}

/**
 * Puts the translations beside a version, in the caller's transaction, in place of those it had. A lesson
 * or question made from other English is left out: it is read in English. Throws one sentence on a fault.
 */
export async function publishTranslations(
  tx: postgres.TransactionSql,
  versionId: string,
  translations: readonly TranslationContent[],
): Promise<PublishedTranslation[]> {
  const known = translations.map(({ language }) => language);
  await tx`DELETE FROM course_translations WHERE version_id = ${versionId} AND language <> ALL (${known})`;
  const english = await readEnglish(tx, versionId);
  const published: PublishedTranslation[] = [];
  for (const one of translations) published.push(await publishOne(tx, versionId, one, english));
  return published;
}

interface English {
  lessons: Map<string, string>;
  questions: Map<string, { of: string; options: number }>;
}

async function readEnglish(tx: postgres.TransactionSql, versionId: string): Promise<English> {
  const lessons = await tx<{ position: number; title: string; body: string }[]>`
    SELECT position, title, body FROM lessons WHERE version_id = ${versionId}`;
  const questions = await tx<
    { id: string; prompt: string; options: { text: string; feedback: string }[] }[]
  >`SELECT id, prompt, options FROM questions WHERE version_id = ${versionId}`;
  return {
    lessons: new Map(lessons.map((row) => [String(row.position), lessonFingerprint(row)])),
    questions: new Map(
      questions.map((row) => [
        row.id,
        { of: questionFingerprint(row), options: row.options.length },
      ]),
    ),
  };
}

async function publishOne(
  tx: postgres.TransactionSql,
  versionId: string,
  translation: TranslationContent,
  english: English,
): Promise<PublishedTranslation> {
  const { language, title, summary } = translation;
  const row = { version_id: versionId, language };
  const reviewedOn = translation.reviewed_on ?? null;
  const lessons = translation.lessons.filter(
    ({ position, of }) => english.lessons.get(String(position)) === of,
  );
  const questions = translation.questions.filter(
    ({ id, of }) => english.questions.get(id)?.of === of,
  );
  for (const { id, options } of questions) {
    if (options.length === english.questions.get(id)?.options) continue;
    throw new Error(`${language}: question ${id} has not as many options as the English.`);
  }
  await tx`DELETE FROM course_translations WHERE version_id = ${versionId} AND language = ${language}`;
  await tx`INSERT INTO course_translations ${tx({
    ...row,
    title,
    summary,
    content_note: translation.content_note,
    reviewed_by: translation.reviewed_by ?? null,
    reviewed_on: reviewedOn,
  })}`;
  for (const { position, title: name, body } of lessons) {
    await tx`INSERT INTO lesson_translations ${tx({ ...row, position, title: name, body })}`;
  }
  for (const { id, prompt, options } of questions) {
    await tx`INSERT INTO question_translations ${tx({
      ...row,
      question_id: id,
      prompt,
      options: tx.json(options),
    })}`;
  }
  const outdated = [
    ...translation.lessons
      .filter((one) => !lessons.includes(one))
      .map(({ position }) => ({
        what: `lesson ${position}`,
        of: english.lessons.get(String(position)) ?? "no such lesson",
      })),
    ...translation.questions
      .filter((one) => !questions.includes(one))
      .map(({ id }) => ({ what: id, of: english.questions.get(id)?.of ?? "no such question" })),
  ];
  return {
    language,
    reviewedOn,
    lessons: lessons.length,
    questions: questions.length,
    outdated,
  };
}
