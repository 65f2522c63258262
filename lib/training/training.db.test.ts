import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPublicCertificate } from "@/lib/auth/public-lookups";
import { linkSecret } from "@/lib/auth/secrets";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner } from "@/lib/db/test/borough";
import { mintClass, type TestClass } from "@/lib/db/test/training";
import { NotFound, RuleBroken } from "@/lib/errors";
import { answerQuestion, completeTraining } from "./attempt-commands";
import { findAttempt, firstUnanswered, getMyCertificate, getQuestion, listLessonsToRevisit } from "./attempt-queries";
import { reachLesson, showName, startAttempt, startTraining } from "./commands";
import { PROBLEMS } from "./model";
import { getLearningPlace, getMyCourse, type Learner, listMyCourses } from "./queries";
import { getLesson, getMyRecord } from "./record-queries";

const TODAY = "2026-11-23";

let minted: TestClass;
beforeAll(async () => {
  minted = await mintClass();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const options = (learner: Learner, today = TODAY, idempotencyKey?: string) => ({
  boroughCode: learner.boroughCode,
  today,
  ...(idempotencyKey ? { idempotencyKey } : {}),
});

/** Starts a course and opens all its lessons. */
async function readAll(learner: Learner, courseSlug: string, today = TODAY): Promise<string> {
  const { recordId } = await runCommand(startTraining, learner, { courseSlug }, options(learner, today));
  const record = await asViewer(learner, (ctx) => getMyRecord(ctx, recordId));
  for (let lesson = 2; lesson <= record.lessons; lesson++) {
    await runCommand(reachLesson, learner, { recordId, lesson }, options(learner, today));
  }
  return recordId;
}

/** Opens an attempt and answers all of it but `leave` questions; `wrong` of them not rightly. */
async function answerAll(learner: Learner, recordId: string, { wrong = 0, leave = 0 } = {}): Promise<string> {
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
    await runCommand(answerQuestion, learner, { attemptId, position: index + 1, chosen }, options(learner));
  }
  return attemptId;
}

const fieldOf = async (work: Promise<unknown>) => {
  const error = await work.then(() => null, (thrown: unknown) => thrown);
  return error instanceof RuleBroken ? error.field : error;
};

describe("reading", () => {
  it("starts again where it stopped, one lesson at a time, and never goes back", async () => {
    const { learner } = minted;
    const { recordId } = await runCommand(startTraining, learner, { courseSlug: "reporting" }, options(learner));
    await runCommand(reachLesson, learner, { recordId, lesson: 2 }, options(learner));
    await runCommand(reachLesson, learner, { recordId, lesson: 5 }, options(learner));
    await runCommand(reachLesson, learner, { recordId, lesson: 1 }, options(learner));
    const again = await runCommand(startTraining, learner, { courseSlug: "reporting" }, options(learner));
    expect(again.recordId).toBe(recordId);
    const course = await asViewer(learner, (ctx) => getMyCourse(ctx, "reporting"), { today: TODAY });
    expect(course.state).toEqual({ kind: "reading", recordId, lesson: 3, of: 5 });
  });

  it("opens one record when the start is pressed many times at once", async () => {
    const { learner } = await mintClass();
    const started = await Promise.all(
      Array.from({ length: 8 }, () =>
        runCommand(startTraining, learner, { courseSlug: "spot-the-signs" }, options(learner)),
      ),
    );
    expect(new Set(started.map((one) => one.recordId)).size).toBe(1);
  });

  it("explains the option that was chosen in a practice question", async () => {
    const { learner } = minted;
    const lesson = await asViewer(learner, async (ctx) => {
      const course = await getMyCourse(ctx, "spot-the-signs");
      return getLesson(ctx, course.versionId, 1);
    });
    expect(lesson.practice?.options.every((option) => option.feedback.length > 10)).toBe(true);
  });

  it("asks for every lesson before the questions", async () => {
    const { learner } = await mintClass();
    const { recordId } = await runCommand(startTraining, learner, { courseSlug: "reporting" }, options(learner));
    expect(await fieldOf(runCommand(startAttempt, learner, { recordId }, options(learner)))).toBe("lessons");
  });

  it("says so when a course is not asked for, or the business has closed", async () => {
    const { learner, borough, businessId } = await mintClass();
    await asOwner([borough.code], async (tx) => {
      await tx`UPDATE assignments SET ended_on = '2026-11-01' WHERE borough_code = ${borough.code} AND course_slug = 'reporting'`;
    });
    const start = (courseSlug: string) => runCommand(startTraining, learner, { courseSlug }, options(learner));
    expect(await fieldOf(start("reporting"))).toBe("course");
    expect(await fieldOf(start("no-such-course"))).toBe("course");
    await asOwner([borough.code], async (tx) => {
      await tx`UPDATE businesses SET stage = 'closed' WHERE borough_code = ${borough.code} AND id = ${businessId}`;
    });
    expect(await fieldOf(start("spot-the-signs"))).toBe("closed");
    expect((await asViewer(learner, getLearningPlace)).closed).toBe(true);
  });

  it("lists what is asked of the business", async () => {
    const { colleague } = minted;
    const courses = await asViewer(colleague, (ctx) => listMyCourses(ctx), { today: TODAY });
    expect(courses.map((course) => [course.slug, course.dueOn, course.state.kind])).toEqual([
      ["reporting", "2026-12-31", "not_started"],
      ["spot-the-signs", "2026-12-31", "not_started"],
    ]);
  });
});

describe("answering", () => {
  it("keeps the first answer to a question, and every attempt", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "spot-the-signs");
    const first = await answerAll(learner, recordId, { wrong: 3 });
    const before = await asViewer(learner, (ctx) => findAttempt(ctx, recordId, "open"));
    await runCommand(answerQuestion, learner, { attemptId: first, position: 1, chosen: [0] }, options(learner));
    const after = await asViewer(learner, (ctx) => findAttempt(ctx, recordId, "open"));
    expect(after).toEqual(before);
    const outcome = await runCommand(completeTraining, learner, { attemptId: first }, options(learner));
    expect(outcome).toEqual({ recordId, passed: false, certificateId: null });
    const revisit = await asViewer(learner, async (ctx) => {
      const attempt = await findAttempt(ctx, recordId, "finished");
      return attempt ? listLessonsToRevisit(ctx, await getMyRecord(ctx, recordId), attempt) : [];
    });
    expect(revisit.length).toBeGreaterThan(0);
    const second = await answerAll(learner, recordId);
    expect(second).not.toBe(first);
    const passing = await runCommand(completeTraining, learner, { attemptId: second }, options(learner));
    expect(passing.passed).toBe(true);
    const kept = await asOwner([learner.boroughCode], (tx) => tx<{ passed: boolean }[]>`
      SELECT passed FROM attempts WHERE borough_code = ${learner.boroughCode} ORDER BY started_at`);
    expect(kept.map((row) => row.passed)).toEqual([false, true]);
  });

  it("resumes an open attempt at the first question without an answer", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const attemptId = await answerAll(learner, recordId, { leave: 3 });
    const again = await runCommand(startAttempt, learner, { recordId }, options(learner));
    expect(again.attemptId).toBe(attemptId);
    const attempt = await asViewer(learner, (ctx) => findAttempt(ctx, recordId, "open"));
    expect(attempt && firstUnanswered(attempt)).toBe(6);
    expect(await fieldOf(runCommand(completeTraining, learner, { attemptId }, options(learner)))).toBe("answers");
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

describe("passing", () => {
  it("issues one certificate to 50 parallel posts, with the same answer to each", async () => {
    const { learner, businessId } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const attemptId = await answerAll(learner, recordId);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        runCommand(completeTraining, learner, { attemptId }, options(learner, TODAY, i % 2 ? key : undefined)),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const held = await asOwner([learner.boroughCode], (tx) => tx<{ expires: string }[]>`
      SELECT expires_on::text AS expires FROM certificates WHERE business_id = ${businessId}`);
    expect(held).toEqual([{ expires: "2027-11-30" }]);
  });

  it("makes the certificate lapse at a month's end, leap years too", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "reporting", "2027-02-10");
    const attemptId = await answerAll(learner, recordId);
    const outcome = await runCommand(completeTraining, learner, { attemptId }, options(learner, "2027-02-10"));
    const certificate = await asViewer(learner, (ctx) => getMyCertificate(ctx, outcome.certificateId ?? ""));
    expect([certificate.issuedOn, certificate.expiresOn]).toEqual(["2027-02-10", "2028-02-29"]);
  });

  it("does not start again while the certificate is fresh, and does in its last 60 days", async () => {
    const { learner } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    await runCommand(completeTraining, learner, { attemptId: await answerAll(learner, recordId) }, options(learner));
    const start = (today: string) =>
      runCommand(startTraining, learner, { courseSlug: "reporting" }, options(learner, today));
    expect(await fieldOf(start("2027-09-01"))).toBe("held");
    expect((await start("2027-10-15")).recordId).not.toBe(recordId);
  });

  it("shows the public the facts, and the name only when the holder agrees", async () => {
    const { learner, colleague } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const outcome = await runCommand(completeTraining, learner, { attemptId: await answerAll(learner, recordId) }, options(learner));
    const certificateId = outcome.certificateId ?? "";
    const code = linkSecret("certificate", learner.boroughCode, certificateId);
    const seen = await findPublicCertificate(learner.boroughCode, code);
    expect(seen).toMatchObject({ version: expect.any(Number), issuedOn: TODAY, expiresOn: "2027-11-30", holder: null });
    await runCommand(showName, learner, { certificateId, showsName: "on" }, options(learner));
    const typed = await findPublicCertificate(learner.boroughCode, code.toUpperCase());
    expect(typed?.holder).toBe("O. Fennick");
    expect(await findPublicCertificate("E09000033", code)).toBeNull();
    expect(await findPublicCertificate(learner.boroughCode, "0".repeat(26))).toBeNull();
    expect(await findPublicCertificate(learner.boroughCode, "'; DROP TABLE certificates")).toBeNull();
    const foreign = runCommand(showName, colleague, { certificateId }, options(colleague));
    expect(await fieldOf(foreign)).toBeInstanceOf(NotFound);
  });
});

describe("somebody else's record", () => {
  it("is not found: to read, to go on with, to answer or to complete", async () => {
    const { learner, colleague } = await mintClass();
    const recordId = await readAll(learner, "reporting");
    const { attemptId } = await runCommand(startAttempt, learner, { recordId }, options(learner));
    const tries = await Promise.all([
      asViewer(colleague, (ctx) => getMyRecord(ctx, recordId)),
      runCommand(reachLesson, colleague, { recordId, lesson: 2 }, options(colleague)),
      runCommand(startAttempt, colleague, { recordId }, options(colleague)),
      runCommand(answerQuestion, colleague, { attemptId, position: 1, chosen: [0] }, options(colleague)),
      runCommand(completeTraining, colleague, { attemptId }, options(colleague)),
    ].map(fieldOf));
    for (const error of tries) expect(error).toBeInstanceOf(NotFound);
    expect(await asViewer(colleague, (ctx) => findAttempt(ctx, recordId, "open"))).toBeNull();
  });
});

it("says in a plain sentence what each refusal means", () => {
  for (const sentence of Object.values(PROBLEMS)) expect(sentence).toMatch(/^[A-Z].{10,}/);
});
