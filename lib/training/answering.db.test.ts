import { afterAll, describe, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner } from "@/lib/db/test/borough";
import { answerAll, fieldOf, options, readAll } from "@/lib/db/test/learning";
import { mintClass } from "@/lib/db/test/training";
import { NotFound } from "@/lib/errors";
import { answerQuestion, completeTraining } from "./attempt-commands";
import { findAttempt, firstUnanswered, listLessonsToRevisit } from "./attempt-queries";
import { reachLesson, startAttempt } from "./commands";
import { getMyRecord } from "./record-queries";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

describe("answering", () => {
  it("keeps the first answer to a question, and every attempt", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "spot-the-signs");
    const first = await answerAll(learner, recordId, { wrong: 3 });
    const before = await asViewer(learner, (ctx) => findAttempt(ctx, recordId, "open"));
    await runCommand(
      answerQuestion,
      learner,
      { attemptId: first, position: 1, chosen: [0] },
      options(learner),
    );
    const after = await asViewer(learner, (ctx) => findAttempt(ctx, recordId, "open"));
    expect(after).toEqual(before);
    const outcome = await runCommand(
      completeTraining,
      learner,
      { attemptId: first },
      options(learner),
    );
    expect(outcome).toEqual({ recordId, passed: false, certificateId: null });
    const revisit = await asViewer(learner, async (ctx) => {
      const attempt = await findAttempt(ctx, recordId, "finished");
      return attempt ? listLessonsToRevisit(ctx, await getMyRecord(ctx, recordId), attempt) : [];
    });
    expect(revisit.length).toBeGreaterThan(0);
    const second = await answerAll(learner, recordId);
    expect(second).not.toBe(first);
    const passing = await runCommand(
      completeTraining,
      learner,
      { attemptId: second },
      options(learner),
    );
    expect(passing.passed).toBe(true);
    const kept = await asOwner(
      [learner.boroughCode],
      (tx) => tx<{ passed: boolean }[]>`
      SELECT passed FROM attempts WHERE borough_code = ${learner.boroughCode} ORDER BY started_at`,
    );
    expect(kept.map((row) => row.passed)).toEqual([false, true]);
  });

  it("resumes an open attempt at the first question without an answer", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const attemptId = await answerAll(learner, recordId, { leave: 3 });
    const { questionsPerAttempt } = await asViewer(learner, (ctx) => getMyRecord(ctx, recordId));
    const again = await runCommand(startAttempt, learner, { recordId }, options(learner));
    expect(again.attemptId).toBe(attemptId);
    const attempt = await asViewer(learner, (ctx) => findAttempt(ctx, recordId, "open"));
    expect(attempt && firstUnanswered(attempt)).toBe(questionsPerAttempt - 2);
    expect(
      await fieldOf(runCommand(completeTraining, learner, { attemptId }, options(learner))),
    ).toBe("answers");
  });

  it("refuses an option that the question does not have", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const { attemptId } = await runCommand(startAttempt, learner, { recordId }, options(learner));
    const answer = (chosen: number[], position = 1) =>
      runCommand(answerQuestion, learner, { attemptId, position, chosen }, options(learner));
    expect(await fieldOf(answer([19]))).toBe("chosen");
    expect(await fieldOf(answer([]))).toBe("chosen");
    expect(await fieldOf(answer([0], 99))).toBeInstanceOf(NotFound);
  });
});

describe("somebody else's record", () => {
  it("is not found: to read, to go on with, to answer or to complete", async () => {
    const { learner, colleague } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const { attemptId } = await runCommand(startAttempt, learner, { recordId }, options(learner));
    const tries = await Promise.all(
      [
        asViewer(colleague, (ctx) => getMyRecord(ctx, recordId)),
        runCommand(reachLesson, colleague, { recordId, lesson: 2 }, options(colleague)),
        runCommand(startAttempt, colleague, { recordId }, options(colleague)),
        runCommand(
          answerQuestion,
          colleague,
          { attemptId, position: 1, chosen: [0] },
          options(colleague),
        ),
        runCommand(completeTraining, colleague, { attemptId }, options(colleague)),
      ].map(fieldOf),
    );
    for (const error of tries) expect(error).toBeInstanceOf(NotFound);
    expect(await asViewer(colleague, (ctx) => findAttempt(ctx, recordId, "open"))).toBeNull();
  });
});
