import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { options } from "@/lib/db/test/learning";
import { listAudit } from "@/lib/db/test/staffed";
import { mintClass } from "@/lib/db/test/training";
import { env } from "@/lib/env";
import { Forbidden, RuleBroken } from "@/lib/errors";
import { getQuestion } from "./attempt-queries";
import { startTraining } from "./commands";
import { COURSES_FOLDER, readCourses } from "./content";
import { chooseLanguage } from "./language-command";
import { publishCourses } from "./publish";
import type { Learner } from "./queries";
import { getLesson, getMyRecord } from "./record-queries";
import { lessonFingerprint, questionFingerprint } from "./translation-content";
import {
  findCourseWords,
  lessonIn,
  lessonsIn,
  listMyLanguages,
  questionIn,
} from "./translation-queries";

/** A course of its own: other tests publish the shipped library, which holds no translation, meanwhile. */
const SLUG = "reporting-abroad";
const folder = mkdtempSync(join(tmpdir(), "library-"));
const reporting = readCourses().find(({ slug }) => slug === "reporting");
const practice = reporting?.questions.practice.find(({ lesson }) => lesson === 1);
const final = reporting?.questions.final[0];

/** The course with a translation into Persian beside it: lesson 1, and lesson 2 made from older English. */
async function publish(review: string) {
  if (!reporting || !practice || !final) throw new Error("The course has changed: mend this test.");
  const write = (name: string, text: string) => {
    const path = join(folder, SLUG, "translations/fa", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const [first, second] = reporting.lessons;
  const said = (question: typeof practice, prompt: string) => ({
    id: question.id,
    of: questionFingerprint(question),
    prompt,
    options: question.options.map((_, index) => ({ text: `گزینه ${index}`, feedback: "توضیح" })),
  });
  write("translation.yaml", `title: گزارش\nsummary: خلاصه\ncontent_note: آرام\n${review}`);
  write(
    `lessons/01-x.md`,
    `---\ntitle: درس یک\nof: ${first && lessonFingerprint(first)}\n---\nمتن درس.\n`,
  );
  write(
    `lessons/02-x.md`,
    `---\ntitle: درس دو\nof: "000000000000"\n---\nمتن کهنه ${second?.slug}.\n`,
  );
  write(
    "questions.yaml",
    JSON.stringify([said(practice, "پرسش تمرینی"), said(final, "پرسش پایانی")]),
  );
  const published = await publishCourses(env().DATABASE_OWNER_URL ?? "", folder);
  return published.find(({ slug }) => slug === SLUG)?.translations;
}
const REVIEWED = "reviewed_by: An invented college\nreviewed_on: 2026-11-01\n";

beforeAll(() => {
  cpSync(join(COURSES_FOLDER, "reporting"), join(folder, SLUG), { recursive: true });
  const about = join(folder, SLUG, "course.yaml");
  writeFileSync(about, readFileSync(about, "utf8").replace(/^slug: .*$/m, `slug: ${SLUG}`));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeDatabase();
  await closeOwner();
});

const choose = (learner: Learner, language: string) =>
  runCommand(chooseLanguage, learner, { language }, options(learner));

async function begin() {
  const { learner, borough, colleague, businessId } = await mintClass();
  await publish(REVIEWED);
  await asOwner(
    [borough.code],
    (tx) => tx`INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on)
      VALUES (${borough.code}, ${randomUUID()}, ${businessId}, ${SLUG}, '2026-12-31')`,
  );
  const { recordId } = await runCommand(
    startTraining,
    learner,
    { courseSlug: SLUG },
    options(learner),
  );
  const read = (position: number) =>
    asViewer(learner, async (ctx) => {
      const record = await getMyRecord(ctx, recordId);
      return lessonIn(ctx, record, await getLesson(ctx, record.versionId, position));
    });
  return { learner, colleague, borough, recordId, read };
}

it("a language nobody has reviewed is neither offered nor read", async () => {
  const { learner, read } = await begin();
  await choose(learner, "fa");
  expect(await publish("")).toMatchObject([{ language: "fa", reviewedOn: null, lessons: 1 }]);
  expect(await asViewer(learner, listMyLanguages)).toEqual({ offered: [], chosen: null });
  expect((await read(1)).language).toBeUndefined();
  await expect(choose(learner, "fa")).rejects.toThrow(RuleBroken);
});

it("a lesson, its question and the final questions are read in it; what was made from older English is not", async () => {
  const { learner, read, recordId } = await begin();
  await choose(learner, "fa");
  expect(await asViewer(learner, listMyLanguages)).toEqual({ offered: ["fa"], chosen: "fa" });
  const lesson = await read(1);
  expect(lesson).toMatchObject({ language: "fa", title: "درس یک", body: "متن درس." });
  expect(lesson.practice).toMatchObject({ language: "fa", prompt: "پرسش تمرینی" });
  expect(lesson.practice?.options.map(({ correct }) => correct)).toEqual(
    practice?.options.map(({ correct }) => correct),
  );
  const second = await read(2);
  expect(second.language).toBeUndefined();
  expect(second.title).toBe(reporting?.lessons[1]?.title);
  const { question, words, all } = await asViewer(learner, async (ctx) => {
    const record = await getMyRecord(ctx, recordId);
    const written = await getQuestion(ctx, record.versionId, final?.id ?? "");
    return {
      question: await questionIn(ctx, record, written),
      words: await findCourseWords(ctx, record.versionId),
      all: await lessonsIn(ctx, record, [
        { position: 1, title: "a", body: "b" },
        { position: 2, title: "c", body: "d" },
      ]),
    };
  });
  expect(question.prompt).toBe("پرسش پایانی");
  expect(words).toEqual({ language: "fa", title: "گزارش", summary: "خلاصه", contentNote: "آرام" });
  expect(all.map(({ title }) => title)).toEqual(["درس یک", "c"]);
});

it("publishing says what was left out, and the mark of the present English", async () => {
  const translations = await publish(REVIEWED);
  const second = reporting?.lessons[1];
  expect(translations).toEqual([
    {
      language: "fa",
      reviewedOn: "2026-11-01",
      lessons: 1,
      questions: 2,
      outdated: [{ what: "lesson 2", of: second && lessonFingerprint(second) }],
    },
  ]);
});

it("the choice is the learner's own, is taken back with English, and is told without its words", async () => {
  const { learner, colleague, borough, read } = await begin();
  await choose(learner, "fa");
  expect((await asViewer(colleague, listMyLanguages)).chosen).toBeNull();
  await choose(learner, "en-GB");
  expect((await read(1)).language).toBeUndefined();
  expect(await listAudit(borough, "training.choose_language")).toMatchObject([
    { subjectId: learner.staffId, fields: ["language"] },
    { subjectId: learner.staffId, fields: ["language"] },
  ]);
  await expect(choose(learner, "pl")).rejects.toThrow(RuleBroken);
  const elsewhere = await mintBorough();
  await expect(
    runCommand(
      chooseLanguage,
      elsewhere.officer,
      { language: "fa" },
      { boroughCode: elsewhere.code },
    ),
  ).rejects.toThrow(Forbidden);
});
