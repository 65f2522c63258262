import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/scope";

/**
 * Takes the translations of an older version along to a new one: lessons and questions whose English is
 * the same, word for word. The rest is read in English until it is put into the language again; so are the
 * course's title, summary and content note, unless all three are the same words.
 */
export async function carryTranslations(
  tx: Transaction,
  { from, to, sameWords }: { from: string; to: string; sameWords: boolean },
): Promise<void> {
  const words = sameWords ? sql`title, summary, content_note` : sql`'', '', ''`;
  await tx.execute(sql`
    INSERT INTO course_translations (version_id, language, title, summary, content_note, reviewed_by, reviewed_on)
    SELECT ${to}, language, ${words}, reviewed_by, reviewed_on
    FROM course_translations WHERE version_id = ${from}`);
  await tx.execute(sql`
    INSERT INTO lesson_translations (version_id, language, position, title, body)
    SELECT ${to}, t.language, now.position, t.title, t.body FROM lesson_translations t
    JOIN lessons was ON was.version_id = t.version_id AND was.position = t.position
    JOIN lessons now ON now.version_id = ${to} AND (now.slug, now.title) = (was.slug, was.title)
      AND regexp_replace(now.body, '\\s+', ' ', 'g') = regexp_replace(was.body, '\\s+', ' ', 'g')
    WHERE t.version_id = ${from}`);
  await tx.execute(sql`
    INSERT INTO question_translations (version_id, language, question_id, prompt, options)
    SELECT ${to}, t.language, t.question_id, t.prompt, t.options FROM question_translations t
    JOIN questions was ON was.version_id = t.version_id AND was.id = t.question_id
    JOIN questions now ON now.version_id = ${to} AND (now.id, now.prompt, now.options) = (was.id, was.prompt, was.options)
    WHERE t.version_id = ${from}`);
}
