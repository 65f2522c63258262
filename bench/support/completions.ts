import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { type Command, runCommand } from "@/lib/command";
import { refreshTouched } from "@/lib/coverage/touch";
import { writeScope } from "@/lib/db/scope";
import { asOwner, ownerClient } from "@/lib/db/test/borough";
import type { completeTraining } from "@/lib/training/attempt-commands";
import type { Learner } from "@/lib/training/queries";

export const COURSE = "reporting";

/** Somebody who has answered every question, and has only to press the button. */
export interface Ready {
  learner: Learner;
  attemptId: string;
  /** Where the figures lie that the press changes. */
  cell: string;
}

/** Everybody in these boroughs who has not begun the course reads all of it and answers rightly; shuffled. */
export async function makeReady(codes: readonly string[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const code of codes) {
    await asOwner([code], async (tx) => {
      await begin(tx, code);
      const rows = await tx<{ id: string; business: string; staff: string; cell: string }[]>`
        SELECT t.id, t.business_id AS business, t.staff_id AS staff, concat_ws(' ', b.borough_code, b.ward, b.sector) AS cell
        FROM attempts t JOIN businesses b ON b.borough_code = t.borough_code AND b.id = t.business_id
        WHERE t.borough_code = ${code} ORDER BY md5(t.id::text)`;
      for (const row of rows) {
        const place = { boroughCode: code, businessId: row.business, staffId: row.staff };
        const learner: Learner = { role: "staff", name: "Bench", ...place };
        ready.push({ learner, attemptId: row.id, cell: row.cell });
      }
    });
  }
  await ownerClient()`ANALYZE training_records, attempts, attempt_answers`;
  return ready;
}

async function begin(tx: postgres.TransactionSql, code: string): Promise<void> {
  await tx`
    INSERT INTO training_records (borough_code, id, business_id, staff_id, assignment_id, version_id, reached_lesson)
    SELECT s.borough_code, gen_random_uuid(), s.business_id, s.id, a.id, v.id,
      (SELECT count(*) FROM lessons l WHERE l.version_id = v.id)
    FROM staff_members s
    JOIN assignments a ON a.borough_code = s.borough_code AND a.business_id = s.business_id AND a.course_slug = ${COURSE}
    JOIN course_versions v ON v.course_slug = a.course_slug AND v.number = 1
    JOIN businesses b ON b.borough_code = s.borough_code AND b.id = s.business_id AND b.stage = 'enrolled'
    WHERE s.borough_code = ${code} AND s.left_on IS NULL AND NOT EXISTS (
      SELECT FROM training_records r WHERE r.borough_code = s.borough_code AND r.staff_id = s.id AND r.assignment_id = a.id)`;
  await tx`
    INSERT INTO attempts (borough_code, id, record_id, business_id, staff_id, question_ids)
    SELECT r.borough_code, gen_random_uuid(), r.id, r.business_id, r.staff_id,
      (SELECT jsonb_agg(q.id) FROM (SELECT id FROM questions WHERE version_id = r.version_id AND use = 'final'
        ORDER BY position LIMIT (SELECT questions_per_attempt FROM course_versions WHERE id = r.version_id)) q)
    FROM training_records r WHERE r.borough_code = ${code} AND r.completed_on IS NULL`;
  await tx`
    INSERT INTO attempt_answers (borough_code, attempt_id, business_id, staff_id, question_id, chosen, correct)
    SELECT t.borough_code, t.id, t.business_id, t.staff_id, q, '[0]', true
    FROM attempts t CROSS JOIN LATERAL jsonb_array_elements_text(t.question_ids) q WHERE t.borough_code = ${code}`;
}

/** One firm of `people`, enrolled and asked to take the course, in which nobody has begun. */
export async function makeFirm(code: string, people: number) {
  const businessId = randomUUID();
  const staff = Array.from({ length: people }, () => randomUUID());
  await asOwner([code], async (tx) => {
    await tx`INSERT INTO businesses (borough_code, id, sector, name, address, postcode, stage, stage_on, headcount)
      VALUES (${code}, ${businessId}, 'hotel', 'The Larkspur', '1 Larkspur Row', 'W1A 1AA', 'enrolled', current_date - 60, ${people})`;
    await tx`INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
      VALUES (${code}, ${businessId}, gen_random_uuid(), 'enrolled', current_date - 60)`;
    await tx`INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on)
      VALUES (${code}, ${businessId}, gen_random_uuid(), ${people}, current_date - 60)`;
    await tx`INSERT INTO staff_members (borough_code, id, business_id, name, name_key, is_manager, joined_on, confirmed_on)
      SELECT ${code}, id::uuid, ${businessId}, 'Person ' || n, 'person ' || n, n = 1, current_date - 50, current_date - 50
      FROM unnest(${staff}::text[]) WITH ORDINALITY AS p (id, n)`;
    await tx`INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on)
      VALUES (${code}, gen_random_uuid(), ${businessId}, ${COURSE}, current_date + 30)`;
  });
  await ownerClient()`ANALYZE staff_members`;
  await writeScope({ role: "portal_borough", boroughs: [code] }, (tx) =>
    refreshTouched({ tx, boroughCode: code }, [businessId]),
  );
  return { businessId, staff };
}

export type Completion = Command<
  (typeof completeTraining)["input"],
  Awaited<ReturnType<(typeof completeTraining)["run"]>>["value"]
>;

/** Completions a second when each client presses its own people's buttons one after another; all must pass. */
export async function completionsASecond(
  command: Completion,
  clients: readonly Ready[][],
): Promise<number> {
  const began = performance.now();
  await Promise.all(
    clients.map(async (people) => {
      for (const { learner, attemptId } of people) {
        const { boroughCode } = learner;
        const { passed } = await runCommand(command, learner, { attemptId }, { boroughCode });
        if (!passed) throw new Error("Somebody who answered rightly has not passed.");
      }
    }),
  );
  const done = clients.reduce((sum, people) => sum + people.length, 0);
  return (done * 1_000) / (performance.now() - began);
}
