import { randomUUID } from "node:crypto";
import { ownerClient } from "./borough";

/**
 * Publishes "Spot the signs" as it is shipped as a version of a test's own course: other tests publish
 * the shipped ones meanwhile. `lessons`: only so many of them. `material`: its change must be read.
 * Answers the version's id.
 */
export async function publishCopy(
  slug: string,
  { number = 1, lessons = 99, material = false } = {},
): Promise<string> {
  const version = randomUUID();
  await ownerClient().begin(async (tx) => {
    const [from] =
      await tx`SELECT id FROM course_versions WHERE course_slug = 'spot-the-signs' ORDER BY number LIMIT 1`;
    await tx`INSERT INTO courses SELECT ${slug}, title, purpose, summary FROM courses WHERE slug = 'spot-the-signs'
      ON CONFLICT DO NOTHING`;
    await tx`INSERT INTO course_versions (id, course_slug, number, content_hash, minutes, months_valid, pass_share,
        questions_per_attempt, written_for, content_note, outcomes, refresher_lessons, refresher_questions,
        material, what_changed, change_questions)
      SELECT ${version}, ${slug}, ${number}, content_hash, minutes, months_valid, pass_share, questions_per_attempt,
        written_for, content_note, outcomes, refresher_lessons, refresher_questions,
        ${material}, 'The number to ring.', (SELECT jsonb_agg(q.id) FROM (SELECT id FROM questions
          WHERE version_id = ${from?.id} AND use = 'final' ORDER BY position LIMIT 2) q)
      FROM course_versions WHERE id = ${from?.id}`;
    await tx`INSERT INTO lessons SELECT ${version}, position, slug, title, minutes, body, sources
      FROM lessons WHERE version_id = ${from?.id} AND position <= ${lessons}`;
    await tx`INSERT INTO questions SELECT ${version}, id, use, position, lesson_position, kind, prompt, options
      FROM questions WHERE version_id = ${from?.id} AND lesson_position <= ${lessons}`;
  });
  return version;
}

/** A name for it that no other test has. */
export const ownSlug = () => `own-${randomUUID().slice(0, 8)}`;
