import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import { COURSES_FOLDER, type CourseContent, readCourses } from "./content";
import { type PublishedTranslation, publishTranslations } from "./publish-translations";
import { readTranslations } from "./translation-content";

export interface PublishedCourse {
  slug: string;
  version: number;
  /** False when the newest version already says the same. */
  isNew: boolean;
  /** The newest version was written in the portal's editor: the file does not go over it. */
  keptFromEditor: boolean;
  translations: PublishedTranslation[];
}

/** Two publishers wait for each other. */
const PUBLISH_LOCK = 41_199_034;

/**
 * Publishes every shipped course that differs from its newest version, as the owner, in one transaction;
 * a published version is never changed, and one that was written in the editor stays the newest. Throws
 * one sentence when a file is at fault: nothing is written then.
 */
export async function publishCourses(
  ownerUrl: string,
  folder = COURSES_FOLDER,
): Promise<PublishedCourse[]> {
  const contents = readCourses(folder);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, prepare: false });
  try {
    return await sql.begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(${PUBLISH_LOCK})`;
      const published: PublishedCourse[] = [];
      for (const content of contents) {
        const { id, ...course } = await publishCourse(tx, content);
        // The editor's version has taken along what still fits it: the files do not know its words.
        const translations = course.keptFromEditor
          ? []
          : await publishTranslations(tx, id, readTranslations(join(folder, content.slug)));
        published.push({ ...course, translations });
      }
      return published;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function publishCourse(
  tx: postgres.TransactionSql,
  content: CourseContent,
): Promise<Omit<PublishedCourse, "translations"> & { id: string }> {
  const contentHash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  // The editor's publishing locks the course too; whoever assigns it meanwhile waits for neither.
  await tx`SELECT FROM courses WHERE slug = ${content.slug} FOR NO KEY UPDATE`;
  const [newest] = await tx<
    { id: string; number: number; content_hash: string; published_by: string | null }[]
  >`SELECT id, number, content_hash, published_by FROM course_versions WHERE course_slug = ${content.slug}
    ORDER BY number DESC LIMIT 1`;
  const keptFromEditor = newest !== undefined && newest.published_by !== null;
  if (newest && (keptFromEditor || newest.content_hash === contentHash)) {
    const { id, number: version } = newest;
    return { id, slug: content.slug, version, isNew: false, keptFromEditor };
  }
  const version = (newest?.number ?? 0) + 1;
  const { slug, title, purpose, summary } = content;
  await tx`INSERT INTO courses ${tx({ slug, title, purpose, summary })}
    ON CONFLICT (slug) DO UPDATE SET title = excluded.title, purpose = excluded.purpose, summary = excluded.summary`;
  const id = randomUUID();
  await tx`INSERT INTO course_versions ${tx({
    id,
    course_slug: slug,
    number: version,
    content_hash: contentHash,
    minutes: content.minutes,
    months_valid: content.months_valid,
    pass_share: content.pass_share,
    questions_per_attempt: content.questions_per_attempt,
    written_for: content.written_for,
    content_note: content.content_note,
    outcomes: tx.json(content.outcomes),
    refresher_lessons: tx.json(content.refresher.lessons),
    refresher_questions: content.refresher.questions,
  })}`;
  await tx`INSERT INTO lessons ${tx(lessonRows(tx, id, content))}`;
  await tx`INSERT INTO questions ${tx(questionRows(tx, id, content))}`;
  await tx`INSERT INTO scenarios ${tx(scenarioRows(tx, id, content))}`;
  return { id, slug, version, isNew: true, keptFromEditor: false };
}

function lessonRows(tx: postgres.TransactionSql, versionId: string, content: CourseContent) {
  return content.lessons.map((lesson, index) => ({
    version_id: versionId,
    position: index + 1,
    slug: lesson.slug,
    title: lesson.title,
    minutes: lesson.minutes,
    body: lesson.body,
    sources: tx.json(
      lesson.sources.map(({ statement, source, url, owner, review_on }) => ({
        statement,
        source,
        ...(url ? { url } : {}),
        owner,
        reviewOn: review_on,
      })),
    ),
  }));
}

function questionRows(tx: postgres.TransactionSql, versionId: string, content: CourseContent) {
  return (["practice", "final"] as const).flatMap((use) =>
    content.questions[use].map((question, index) => ({
      version_id: versionId,
      id: question.id,
      use,
      position: index + 1,
      lesson_position: question.lesson,
      kind: question.kind,
      prompt: question.prompt,
      options: tx.json(question.options),
    })),
  );
}

function scenarioRows(tx: postgres.TransactionSql, versionId: string, content: CourseContent) {
  return content.scenarios.map((scenario, index) => ({
    version_id: versionId,
    id: scenario.id,
    position: index + 1,
    lesson_position: scenario.lesson,
    title: scenario.title,
    summary: scenario.summary,
    scenes: tx.json(
      scenario.scenes.map((scene) => ({
        ...scene,
        choices: scene.choices.map(({ wrong_turn, ...choice }) => ({
          ...choice,
          wrongTurn: wrong_turn,
        })),
      })),
    ),
    endings: tx.json(scenario.endings),
  }));
}
