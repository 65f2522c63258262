import "server-only";
import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { isUuid } from "@/lib/auth/ids";
import { boroughs } from "@/lib/db/schema/boroughs";
import { businesses } from "@/lib/db/schema/businesses";
import { certificates } from "@/lib/db/schema/certificates";
import { courses, courseVersions, questions } from "@/lib/db/schema/library";
import { attemptAnswers, attempts } from "@/lib/db/schema/training";
import { NotFound } from "@/lib/errors";
import type { LearnerContext } from "./queries";
import { type MyRecord, QUESTION, type QuestionView } from "./record-queries";

export interface AttemptView {
  id: string;
  questionIds: string[];
  /** What was chosen, by question id. */
  answers: Map<string, { chosen: number[]; correct: boolean }>;
  finished: boolean;
  correct: number | null;
  passed: boolean | null;
}

/** The open attempt of a record, or with `finished` its newest finished one; null when there is none. */
export async function findAttempt(
  ctx: LearnerContext,
  recordId: string,
  which: "open" | "finished",
): Promise<AttemptView | null> {
  const [row] = await ctx.tx
    .select({
      id: attempts.id,
      questionIds: attempts.questionIds,
      correct: attempts.correct,
      passed: attempts.passed,
    })
    .from(attempts)
    .where(
      and(
        ctx.inBorough(attempts),
        eq(attempts.recordId, recordId),
        eq(attempts.staffId, ctx.viewer.staffId),
        which === "open" ? isNull(attempts.finishedAt) : isNotNull(attempts.finishedAt),
      ),
    )
    .orderBy(desc(attempts.startedAt))
    .limit(1);
  if (!row) return null;
  const answers = await ctx.tx
    .select({
      questionId: attemptAnswers.questionId,
      chosen: attemptAnswers.chosen,
      correct: attemptAnswers.correct,
    })
    .from(attemptAnswers)
    .where(and(ctx.inBorough(attemptAnswers), eq(attemptAnswers.attemptId, row.id)));
  return {
    ...row,
    finished: which === "finished",
    answers: new Map(answers.map(({ questionId, ...answer }) => [questionId, answer])),
  };
}

/** The first question of an attempt without an answer, from 1; one past the last when all have one. */
export function firstUnanswered(attempt: AttemptView): number {
  const index = attempt.questionIds.findIndex((id) => !attempt.answers.has(id));
  return index < 0 ? attempt.questionIds.length + 1 : index + 1;
}

/** One question of a version. Throws NotFound. */
export async function getQuestion(
  ctx: Pick<LearnerContext, "tx">,
  versionId: string,
  id: string,
): Promise<QuestionView> {
  const [row] = await ctx.tx
    .select(QUESTION)
    .from(questions)
    .where(
      and(eq(questions.versionId, versionId), eq(questions.id, id), eq(questions.use, "final")),
    );
  if (!row) throw new NotFound();
  return row;
}

/** The lessons that the questions answered differently belong to, each once, in order. */
export async function listLessonsToRevisit(
  ctx: LearnerContext,
  record: MyRecord,
  attempt: AttemptView,
): Promise<number[]> {
  const ids = [...attempt.answers].filter(([, answer]) => !answer.correct).map(([id]) => id);
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .selectDistinct({ position: questions.lessonPosition })
    .from(questions)
    .where(and(eq(questions.versionId, record.versionId), inArray(questions.id, ids)))
    .orderBy(questions.lessonPosition);
  return rows.map((row) => row.position);
}

/** The certificate a record earned; null while there is none. */
export async function findCertificateOf(
  ctx: LearnerContext,
  recordId: string,
): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ id: certificates.id })
    .from(certificates)
    .where(
      and(
        ctx.inBorough(certificates),
        eq(certificates.recordId, recordId),
        eq(certificates.staffId, ctx.viewer.staffId),
      ),
    );
  return row?.id ?? null;
}

export interface CertificateView {
  id: string;
  courseSlug: string;
  course: string;
  version: number;
  business: string;
  borough: string;
  issuedOn: string;
  expiresOn: string;
  revokedOn: string | null;
  showsName: boolean;
  /** The business was shown it: it was earned elsewhere. */
  copied: boolean;
}

/** One of the learner's own certificates. Throws NotFound for anybody else's. */
export async function getMyCertificate(ctx: LearnerContext, id: string): Promise<CertificateView> {
  if (!isUuid(id)) throw new NotFound();
  const [row] = await ctx.tx
    .select({
      id: certificates.id,
      courseSlug: certificates.courseSlug,
      course: courses.title,
      version: courseVersions.number,
      business: businesses.name,
      borough: boroughs.name,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      revokedOn: certificates.revokedOn,
      showsName: certificates.showsName,
      copied: sql<boolean>`${certificates.copiedFrom} is not null`,
    })
    .from(certificates)
    .innerJoin(courses, eq(courses.slug, certificates.courseSlug))
    .innerJoin(courseVersions, eq(courseVersions.id, certificates.versionId))
    .innerJoin(boroughs, eq(boroughs.code, certificates.boroughCode))
    .innerJoin(
      businesses,
      and(
        eq(businesses.boroughCode, certificates.boroughCode),
        eq(businesses.id, certificates.businessId),
      ),
    )
    .where(
      and(
        ctx.inBorough(certificates),
        eq(certificates.id, id),
        eq(certificates.staffId, ctx.viewer.staffId),
      ),
    );
  if (!row) throw new NotFound();
  return row;
}
