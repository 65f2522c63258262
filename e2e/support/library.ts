import { randomUUID } from "node:crypto";
import { inDatabase } from "./database";

const WESTMINSTER = "E09000033";

export interface OwnCourse {
  slug: string;
  title: string;
}

/**
 * A course of a test's own, copied from a shipped one into two versions: the second is a material
 * change. Shipped courses stay as other journeys expect them.
 */
export async function copyCourse(title: string): Promise<OwnCourse> {
  const slug = `copied-${randomUUID().slice(0, 8)}`;
  await inDatabase([], async (tx) => {
    const [from] = await tx`SELECT id FROM course_versions WHERE course_slug = 'at-the-door'
      ORDER BY number DESC LIMIT 1`;
    await tx`INSERT INTO courses SELECT ${slug}, ${title}, purpose, summary FROM courses WHERE slug = 'at-the-door'`;
    for (const number of [1, 2]) {
      const id = randomUUID();
      await tx`INSERT INTO course_versions (id, course_slug, number, content_hash, minutes, months_valid, pass_share,
          questions_per_attempt, written_for, content_note, outcomes, refresher_lessons, refresher_questions,
          material, what_changed, change_questions)
        SELECT ${id}, ${slug}, ${number}, ${`${slug} ${number}`}, minutes, months_valid, pass_share,
          questions_per_attempt, written_for, content_note, outcomes, refresher_lessons, refresher_questions,
          ${number === 2}, ${number === 2 ? "Whom you ring after midnight is another team now." : null},
          CASE WHEN ${number === 2} THEN (SELECT jsonb_agg(id) FROM (SELECT id FROM questions
            WHERE version_id = ${from?.id} AND use = 'final' AND kind = 'one' ORDER BY position LIMIT 2) q) ELSE '[]' END
        FROM course_versions WHERE id = ${from?.id}`;
      await tx`INSERT INTO lessons SELECT ${id}, position, slug, title, minutes, body, sources
        FROM lessons WHERE version_id = ${from?.id}`;
      await tx`INSERT INTO questions SELECT ${id}, id, use, position, lesson_position, kind, prompt, options
        FROM questions WHERE version_id = ${from?.id}`;
    }
  });
  return { slug, title };
}

/** Somebody on the staff list of a business passed the first version of a course, some days ago. */
export async function certifyOnFirst(
  slug: string,
  who: { business: string; name: string },
): Promise<void> {
  await inDatabase([WESTMINSTER], async (tx) => {
    const [version] =
      await tx`SELECT id FROM course_versions WHERE course_slug = ${slug} AND number = 1`;
    const [staff] = await tx`SELECT id FROM staff_members WHERE borough_code = ${WESTMINSTER}
      AND business_id = ${who.business} AND name = ${who.name}`;
    const [assignment] = await tx`SELECT id FROM assignments WHERE borough_code = ${WESTMINSTER}
      AND business_id = ${who.business} ORDER BY id LIMIT 1`;
    const [record, certificate] = [randomUUID(), randomUUID()];
    const at = { borough_code: WESTMINSTER, business_id: who.business, staff_id: staff?.id };
    await tx`INSERT INTO training_records ${tx({
      ...at,
      id: record,
      assignment_id: assignment?.id,
      version_id: version?.id,
      completed_on: "2026-11-01",
    })}`;
    await tx`INSERT INTO certificates ${tx({
      ...at,
      id: certificate,
      record_id: record,
      course_slug: slug,
      version_id: version?.id,
      code_hash: certificate,
      issued_on: "2026-11-01",
      expires_on: "2030-11-30",
    })}`;
  });
}
