import { afterAll, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner } from "@/lib/db/test/borough";
import { answerAll, fieldOf, options, readAll } from "@/lib/db/test/learning";
import { mintClass } from "@/lib/db/test/training";
import { NotFound } from "@/lib/errors";
import { completeTraining } from "./attempt-commands";
import { findAttempt } from "./attempt-queries";
import { reachLesson, startAttempt, startTraining } from "./commands";
import { getMyCourse, type Learner } from "./queries";
import { getLesson, getMyRecord, listLessonTitles, onPath } from "./record-queries";
import { getScenario, listScenarioTitles } from "./scenario-queries";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const LATER = "2027-10-15";

async function passReporting(learner: Learner): Promise<void> {
  const recordId = await readAll(learner, "reporting");
  const attemptId = await answerAll(learner, recordId);
  await runCommand(completeTraining, learner, { attemptId }, options(learner));
}

const refresh = (learner: Learner, today: string) =>
  runCommand(
    startTraining,
    learner,
    { courseSlug: "reporting", path: "refresher" },
    options(learner, today),
  );

it("is refused to somebody who never held a certificate of the course", async () => {
  const { learner } = await mintClass();
  expect(await fieldOf(refresh(learner, LATER))).toBe("refresher");
  const course = await asViewer(learner, (ctx) => getMyCourse(ctx, "reporting"));
  expect(course.mayRefresh).toBe(false);
});

it("is the shorter path of lessons and fewer questions, and its certificate counts", async () => {
  const { learner } = await mintClass();
  await passReporting(learner);
  const { recordId } = await refresh(learner, LATER);
  const { record, titles } = await asViewer(learner, async (ctx) => {
    const mine = await getMyRecord(ctx, recordId);
    return { record: mine, titles: await listLessonTitles(ctx, mine.versionId) };
  });
  expect(record.path?.length).toBe(record.lessons);
  expect(record.lessons).toBeLessThan(titles.length);
  expect(onPath(titles, record.path).map((lesson) => lesson.position)).toEqual(record.path);

  const later = options(learner, LATER);
  expect(await fieldOf(runCommand(startAttempt, learner, { recordId }, later))).toBe("lessons");
  for (let lesson = 2; lesson <= record.lessons; lesson += 1) {
    await runCommand(reachLesson, learner, { recordId, lesson }, options(learner, LATER));
  }
  const attemptId = await answerAll(learner, recordId);
  const attempt = await asViewer(learner, (ctx) => findAttempt(ctx, recordId, "open"));
  expect(attempt?.questionIds.length).toBe(record.questionsPerAttempt);
  expect(record.questionsPerAttempt).toBe(6);
  const outcome = await runCommand(
    completeTraining,
    learner,
    { attemptId },
    options(learner, LATER),
  );
  expect(outcome.passed).toBe(true);
});

it("gives the scenarios of the version a record began with, and no others", async () => {
  const { learner } = await mintClass();
  const { recordId } = await runCommand(
    startTraining,
    learner,
    { courseSlug: "spot-the-signs" },
    options(learner),
  );
  await asViewer(learner, async (ctx) => {
    const { versionId } = await getMyRecord(ctx, recordId);
    const titles = await listScenarioTitles(ctx, versionId);
    expect(titles.length).toBeGreaterThanOrEqual(2);
    for (const { id, lessonPosition } of titles) {
      const scenario = await getScenario(ctx, versionId, id);
      expect(scenario.scenes[0]?.choices.length).toBeGreaterThan(1);
      expect((await getLesson(ctx, versionId, lessonPosition)).position).toBe(lessonPosition);
    }
    await expect(getScenario(ctx, versionId, "one-room-past-midnight")).rejects.toThrow(NotFound);
  });
});
