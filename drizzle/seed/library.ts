import type postgres from "postgres";
import type { QuestionOption } from "@/lib/db/schema/library";
import type { Scene, SeedCourse } from "./scene";

interface VersionRow {
  slug: SeedCourse["slug"];
  id: string;
  months_valid: number;
  pass_share: number;
  questions_per_attempt: number;
  refresher_questions: number | null;
  lessons: number;
}

const places = (options: readonly QuestionOption[], correct: boolean) =>
  options.flatMap((option, i) => (option.correct === correct ? [i] : []));

async function readCourse(
  tx: postgres.TransactionSql,
  slug: SeedCourse["slug"],
): Promise<SeedCourse> {
  const [version] = await tx<VersionRow[]>`
    SELECT v.course_slug AS slug, v.id, v.months_valid, v.pass_share, v.questions_per_attempt, v.refresher_questions,
           (SELECT count(*)::int FROM lessons l WHERE l.version_id = v.id) AS lessons
    FROM course_versions v WHERE v.course_slug = ${slug} ORDER BY v.number LIMIT 1`;
  if (!version) throw new Error(`The course ${slug} is not published.`);
  const finals = await tx<{ id: string; options: QuestionOption[] }[]>`
    SELECT id, options FROM questions WHERE version_id = ${version.id} AND use = 'final'
    ORDER BY position`;
  return {
    slug,
    versionId: version.id,
    monthsValid: version.months_valid,
    passShare: version.pass_share,
    perAttempt: version.questions_per_attempt,
    perShort: version.refresher_questions ?? version.questions_per_attempt,
    lessons: version.lessons,
    finals: finals.map(({ id, options }) => ({
      id,
      right: places(options, true),
      wrong: places(options, false),
    })),
  };
}

/** The first version of the courses of the demonstration, whose publication is put before the invented history. */
export async function readLibrary(
  tx: postgres.TransactionSql,
  publishedBefore: Date,
): Promise<Scene["courses"]> {
  await tx`UPDATE course_versions SET published_at = ${publishedBefore}
    WHERE number = 1 AND published_at > ${publishedBefore}`;
  return {
    "at-the-desk": await readCourse(tx, "at-the-desk"),
    "in-the-car": await readCourse(tx, "in-the-car"),
    "at-the-door": await readCourse(tx, "at-the-door"),
    "council-staff": await readCourse(tx, "council-staff"),
    "safe-premises": await readCourse(tx, "safe-premises"),
    reporting: await readCourse(tx, "reporting"),
  };
}
