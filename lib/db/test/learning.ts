import { asViewer, runCommand } from "@/lib/command";
import { RuleBroken } from "@/lib/errors";
import { answerQuestion } from "@/lib/training/attempt-commands";
import { findAttempt, getQuestion } from "@/lib/training/attempt-queries";
import { reachLesson, startAttempt, startTraining } from "@/lib/training/commands";
import type { Learner } from "@/lib/training/queries";
import { getMyRecord } from "@/lib/training/record-queries";

/** The day on which tests of training happen. */
export const TODAY = "2026-11-23";

/** What a learner's order is run with. */
export const options = (learner: Learner, today = TODAY, idempotencyKey?: string) => ({
  boroughCode: learner.boroughCode,
  today,
  ...(idempotencyKey ? { idempotencyKey } : {}),
});

/** Starts a course and opens all its lessons. */
export async function readAll(
  learner: Learner,
  courseSlug: string,
  today = TODAY,
): Promise<string> {
  const { recordId } = await runCommand(
    startTraining,
    learner,
    { courseSlug },
    options(learner, today),
  );
  const record = await asViewer(learner, (ctx) => getMyRecord(ctx, recordId));
  for (let lesson = 2; lesson <= record.lessons; lesson++) {
    await runCommand(reachLesson, learner, { recordId, lesson }, options(learner, today));
  }
  return recordId;
}

/** Opens an attempt and answers all of it but `leave` questions; `wrong` of them not rightly. */
export async function answerAll(
  learner: Learner,
  recordId: string,
  { wrong = 0, leave = 0 } = {},
): Promise<string> {
  const { attemptId } = await runCommand(startAttempt, learner, { recordId }, options(learner));
  const asked = await asViewer(learner, async (ctx) => {
    const record = await getMyRecord(ctx, recordId);
    const attempt = await findAttempt(ctx, recordId, "open");
    const ids = attempt?.questionIds ?? [];
    return Promise.all(ids.map((id) => getQuestion(ctx, record.versionId, id)));
  });
  for (const [index, question] of asked.slice(0, asked.length - leave).entries()) {
    const right = question.options.flatMap((option, at) => (option.correct ? [at] : []));
    const other = question.options.findIndex((option) => !option.correct);
    const chosen = index < wrong ? [other] : right;
    await runCommand(
      answerQuestion,
      learner,
      { attemptId, position: index + 1, chosen },
      options(learner),
    );
  }
  return attemptId;
}

/** The field a refusal names, or whatever else was thrown; null when nothing was. */
export const fieldOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof RuleBroken ? error.field : error;
};
