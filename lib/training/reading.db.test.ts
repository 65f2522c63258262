import { afterAll, describe, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner } from "@/lib/db/test/borough";
import { fieldOf, options, TODAY } from "@/lib/db/test/learning";
import { mintClass } from "@/lib/db/test/training";
import { reachLesson, startAttempt, startTraining } from "./commands";
import { PROBLEMS } from "./model";
import { getLearningPlace, getMyCourse, listMyCourses } from "./queries";
import { getLesson } from "./record-queries";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

describe("reading", () => {
  it("starts again where it stopped, one lesson at a time, and never goes back", async () => {
    const { learner } = await mintClass();
    const { recordId } = await runCommand(
      startTraining,
      learner,
      { courseSlug: "reporting" },
      options(learner),
    );
    await runCommand(reachLesson, learner, { recordId, lesson: 2 }, options(learner));
    await runCommand(reachLesson, learner, { recordId, lesson: 5 }, options(learner));
    await runCommand(reachLesson, learner, { recordId, lesson: 1 }, options(learner));
    const again = await runCommand(
      startTraining,
      learner,
      { courseSlug: "reporting" },
      options(learner),
    );
    expect(again.recordId).toBe(recordId);
    const course = await asViewer(learner, (ctx) => getMyCourse(ctx, "reporting"), {
      today: TODAY,
    });
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
    const { learner } = await mintClass();
    const lesson = await asViewer(learner, async (ctx) => {
      const course = await getMyCourse(ctx, "spot-the-signs");
      return getLesson(ctx, course.versionId, 1);
    });
    expect(lesson.practice?.options.every((option) => option.feedback.length > 10)).toBe(true);
  });

  it("asks for every lesson before the questions", async () => {
    const { learner } = await mintClass();
    const { recordId } = await runCommand(
      startTraining,
      learner,
      { courseSlug: "reporting" },
      options(learner),
    );
    expect(await fieldOf(runCommand(startAttempt, learner, { recordId }, options(learner)))).toBe(
      "lessons",
    );
  });

  it("says so when a course is not asked for, or the business has closed", async () => {
    const { learner, borough, businessId } = await mintClass();
    await asOwner([borough.code], async (tx) => {
      await tx`UPDATE assignments SET ended_on = '2026-11-01' WHERE borough_code = ${borough.code} AND course_slug = 'reporting'`;
    });
    const start = (courseSlug: string) =>
      runCommand(startTraining, learner, { courseSlug }, options(learner));
    expect(await fieldOf(start("reporting"))).toBe("course");
    expect(await fieldOf(start("no-such-course"))).toBe("course");
    await asOwner([borough.code], async (tx) => {
      await tx`UPDATE businesses SET stage = 'closed' WHERE borough_code = ${borough.code} AND id = ${businessId}`;
    });
    expect(await fieldOf(start("spot-the-signs"))).toBe("closed");
    expect((await asViewer(learner, getLearningPlace)).closed).toBe(true);
  });

  it("lists what is asked of the business", async () => {
    const { colleague } = await mintClass();
    const courses = await asViewer(colleague, (ctx) => listMyCourses(ctx), { today: TODAY });
    expect(courses.map((course) => [course.slug, course.dueOn, course.state.kind])).toEqual([
      ["reporting", "2026-12-31", "not_started"],
      ["spot-the-signs", "2026-12-31", "not_started"],
    ]);
  });
});

it("says in a plain sentence what each refusal means", () => {
  for (const sentence of Object.values(PROBLEMS)) expect(sentence).toMatch(/^[A-Z].{10,}/);
});
