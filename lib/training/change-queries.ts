import "server-only";
import { sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { NotFound } from "@/lib/errors";
import { getQuestion } from "./attempt-queries";
import type { LearnerContext } from "./queries";
import type { QuestionView } from "./record-queries";
import { listMyLanguages, questionIn } from "./translation-queries";

/** A material change of a course somebody is certified in, which they have not read yet. */
export interface UnreadChange {
  versionId: string;
  courseSlug: string;
  course: string;
  /** What its author wrote, in Markdown. */
  whatChanged: string;
  questionIds: string[];
}

/**
 * The material changes published after the learner's certificate, until they read them or pass the newer
 * version; the oldest first. A certificate that has lapsed or was revoked, or training elsewhere, asks nothing.
 */
export async function listMyChanges(ctx: LearnerContext): Promise<UnreadChange[]> {
  const { boroughCode, staffId } = ctx.viewer;
  return ctx.tx.execute<UnreadChange & Record<string, unknown>>(sql`
    SELECT v.id AS "versionId", c.slug AS "courseSlug", c.title AS course,
      v.what_changed AS "whatChanged", v.change_questions AS "questionIds"
    FROM (SELECT k.course_slug, max(held.number) AS number FROM certificates k
      JOIN course_versions held ON held.id = k.version_id
      WHERE k.borough_code = ${boroughCode} AND k.staff_id = ${staffId} AND k.equivalent_id IS NULL
        AND k.revoked_on IS NULL AND k.expires_on >= ${ctx.today}
      GROUP BY k.course_slug) mine
    JOIN course_versions v ON v.course_slug = mine.course_slug AND v.number > mine.number AND v.material
    JOIN courses c ON c.slug = v.course_slug
    WHERE NOT EXISTS (SELECT FROM change_readings r WHERE r.borough_code = ${boroughCode}
      AND r.staff_id = ${staffId} AND r.version_id = v.id)
    ORDER BY c.title, v.number`);
}

/** The first unread change of a course, or that of one version, and its questions in the learner's language. Throws NotFound. */
export async function getMyChange(
  ctx: LearnerContext,
  which: { courseSlug: string } | { versionId: string },
): Promise<UnreadChange & { language: string | null; questions: QuestionView[] }> {
  const change = (await listMyChanges(ctx)).find((one) =>
    "versionId" in which ? one.versionId === which.versionId : one.courseSlug === which.courseSlug,
  );
  if (!change) throw new NotFound();
  const { versionId, questionIds } = change;
  const { chosen: language } = await listMyLanguages(ctx);
  const questions: QuestionView[] = [];
  for (const id of questionIds) {
    const question = await getQuestion(ctx, versionId, id);
    questions.push(await questionIn(ctx, { versionId, language }, question));
  }
  return { ...change, language, questions };
}

export interface ChangeReading {
  courseSlug: string;
  course: string;
  /** People at work who hold a certificate of an older version, and how many of them have read it. */
  holders: number;
  read: number;
}

/** How far a business is with the newest material change of each course; none where nobody is asked. */
export async function countChangeReadings(
  ctx: ReadContext,
  businessId: string,
): Promise<ChangeReading[]> {
  const [boroughCode] = ctx.boroughs;
  return ctx.tx.execute<ChangeReading & Record<string, unknown>>(sql`
    SELECT c.slug AS "courseSlug", c.title AS course, count(*)::int AS holders, count(r.staff_id)::int AS read
    FROM (SELECT k.staff_id, k.course_slug, max(held.number) AS number FROM certificates k
      JOIN course_versions held ON held.id = k.version_id
      JOIN staff_members s ON s.borough_code = k.borough_code AND s.id = k.staff_id
      WHERE k.borough_code = ${boroughCode} AND k.business_id = ${businessId} AND k.equivalent_id IS NULL
        AND k.revoked_on IS NULL AND k.expires_on >= ${ctx.today}
        AND s.confirmed_on IS NOT NULL AND s.left_on IS NULL
      GROUP BY k.staff_id, k.course_slug) mine
    JOIN LATERAL (SELECT v.id, v.number FROM course_versions v WHERE v.course_slug = mine.course_slug AND v.material
      ORDER BY v.number DESC LIMIT 1) newest ON newest.number > mine.number
    JOIN courses c ON c.slug = mine.course_slug
    LEFT JOIN change_readings r ON r.borough_code = ${boroughCode} AND r.staff_id = mine.staff_id
      AND r.version_id = newest.id
    GROUP BY c.slug, c.title ORDER BY c.title`);
}
