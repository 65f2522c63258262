import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { defineCommand } from "@/lib/command";
import { monthEnd } from "@/lib/dates";
import { certificates } from "@/lib/db/schema/certificates";
import { attemptAnswers, attempts, trainingRecords } from "@/lib/db/schema/training";
import { NotFound } from "@/lib/errors";
import { getQuestion } from "./attempt-queries";
import { asLearner, broken, type LearnerWrite } from "./commands";
import { isCorrect, passed, readChoice } from "./model";
import { getVersionRules, lockMyRecord } from "./record-rows";
import { answerInput, completeTrainingInput } from "./schema";

/** Answers one question of an open attempt, once: a second answer to it changes nothing. */
export const answerQuestion = defineCommand({
  name: "training.answer",
  input: answerInput,
  async run(write, { attemptId, position, chosen }) {
    const ctx = asLearner(write);
    const { boroughCode } = ctx;
    const { businessId, staffId } = ctx.viewer;
    const attempt = await getAttempt(ctx, attemptId);
    const questionId = attempt.questionIds[position - 1];
    if (questionId === undefined) throw new NotFound();
    const audit = { subject: ["attempt", attemptId] as const, fields: ["answers"] };
    if (attempt.finishedAt) return { value: { position }, touched: [], audit };
    const question = await getQuestion(ctx, attempt.versionId, questionId);
    const choice = readChoice(question, chosen);
    if (!choice) throw broken("chosen");
    await ctx.tx
      .insert(attemptAnswers)
      .values({
        boroughCode,
        attemptId,
        businessId,
        staffId,
        questionId,
        chosen: choice,
        correct: isCorrect(question.options, choice),
      })
      .onConflictDoNothing();
    return { value: { position }, touched: [], audit };
  },
});

export interface TrainingOutcome {
  recordId: string;
  passed: boolean;
  certificateId: string | null;
}

/**
 * Marks an attempt whose every question has an answer. A pass completes the record and issues its one
 * certificate, which lapses at a month's end; pressed again, it gives the same answer.
 */
export const completeTraining = defineCommand({
  name: "training.complete",
  input: completeTrainingInput,
  async run(write, { attemptId }) {
    const ctx = asLearner(write);
    const { recordId } = await getAttempt(ctx, attemptId);
    const record = await lockMyRecord(ctx, recordId);
    const attempt = await getAttempt(ctx, attemptId);
    const audit = { subject: ["training_record", recordId] as const, fields: ["completed_on"] };
    if (attempt.finishedAt) {
      const certificateId = attempt.passed ? await certificateOf(ctx, recordId) : null;
      const value: TrainingOutcome = { recordId, passed: certificateId !== null, certificateId };
      return { value, touched: [], audit };
    }
    const answers = await listAnswers(ctx, attemptId);
    if (answers.length < attempt.questionIds.length) throw broken("answers");
    const rules = await getVersionRules(ctx, record.versionId, recordId);
    const correct = answers.filter((answer) => answer.correct).length;
    const isPass = passed(correct, attempt.questionIds.length, rules.passShare);
    await ctx.tx
      .update(attempts)
      .set({ finishedAt: new Date(), correct, passed: isPass })
      .where(ctx.own(attempts, attemptId));
    const certificateId = isPass
      ? await issueCertificate(ctx, recordId, { ...record, ...rules })
      : null;
    const value: TrainingOutcome = { recordId, passed: isPass, certificateId };
    return {
      value,
      touched: isPass ? [record.businessId] : [],
      ...(record.counts ? { wroteCertificatesOnly: true as const } : {}),
      audit,
    };
  },
});

async function getAttempt(ctx: LearnerWrite, id: string) {
  const [row] = await ctx.tx
    .select({
      recordId: attempts.recordId,
      questionIds: attempts.questionIds,
      finishedAt: attempts.finishedAt,
      passed: attempts.passed,
      versionId: trainingRecords.versionId,
    })
    .from(attempts)
    .innerJoin(
      trainingRecords,
      and(
        eq(trainingRecords.boroughCode, attempts.boroughCode),
        eq(trainingRecords.id, attempts.recordId),
      ),
    )
    .where(and(ctx.own(attempts, id), eq(attempts.staffId, ctx.viewer.staffId)));
  if (!row) throw new NotFound();
  return row;
}

const listAnswers = (ctx: LearnerWrite, attemptId: string) =>
  ctx.tx
    .select({ correct: attemptAnswers.correct })
    .from(attemptAnswers)
    .where(and(ctx.inBorough(attemptAnswers), eq(attemptAnswers.attemptId, attemptId)));

async function certificateOf(ctx: LearnerWrite, recordId: string): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(ctx.inBorough(certificates), eq(certificates.recordId, recordId)));
  return row?.id ?? null;
}

async function issueCertificate(
  ctx: LearnerWrite,
  recordId: string,
  facts: { businessId: string; versionId: string; courseSlug: string; monthsValid: number },
): Promise<string> {
  const { boroughCode, today } = ctx;
  const id = randomUUID();
  await ctx.tx
    .update(trainingRecords)
    .set({ completedOn: today })
    .where(ctx.own(trainingRecords, recordId));
  await ctx.tx.insert(certificates).values({
    boroughCode,
    id,
    recordId,
    businessId: facts.businessId,
    staffId: ctx.viewer.staffId,
    courseSlug: facts.courseSlug,
    versionId: facts.versionId,
    codeHash: hashSecret(linkSecret("certificate", boroughCode, id)),
    issuedOn: today,
    expiresOn: monthEnd(today, facts.monthsValid),
  });
  return id;
}
