import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { readScope, writeScope } from "@/lib/db/scope";
import { asOwner, closeOwner, ownerClient } from "@/lib/db/test/borough";
import { answerAll, fieldOf, options, readAll } from "@/lib/db/test/learning";
import { ownSlug, publishCopy } from "@/lib/db/test/own-course";
import { mintClass } from "@/lib/db/test/training";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { runLibraryCommand } from "@/lib/library-command";
import { completeTraining } from "@/lib/training/attempt-commands";
import { readChange } from "@/lib/training/change-command";
import { countChangeReadings, getMyChange, listMyChanges } from "@/lib/training/change-queries";
import {
  discardDraft,
  dropQuestion,
  editCourse,
  editLesson,
  editQuestion,
  startDraft,
} from "./draft-commands";
import { markOf } from "./mark";
import { aboutCourse } from "./parts";
import { publishDraft } from "./publish-command";
import { getCourseHistory, getDraft, listLibraryEvents } from "./queries";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const author = (): Viewer => ({
  role: "programme",
  userId: randomUUID(),
  name: "Rosa",
  boroughs: [],
});
const rosa = author();

/** A course of its own, with all its lessons in Somali, which nobody has reviewed. */
async function mintCourse(): Promise<string> {
  await mintClass();
  const slug = ownSlug();
  const version = await publishCopy(slug);
  await ownerClient().begin(async (tx) => {
    await tx`INSERT INTO course_translations (version_id, language, title, summary, content_note) VALUES (${version}, 'so', 'a', 'b', 'c')`;
    await tx`INSERT INTO lesson_translations SELECT ${version}, 'so', position, title, body FROM lessons WHERE version_id = ${version}`;
  });
  return slug;
}

const start = (courseSlug: string) => runLibraryCommand(startDraft, rosa, { courseSlug });
const draftOf = (slug: string) => asViewer(rosa, (ctx) => getDraft(ctx, slug));

async function lessonForm(courseSlug: string, change: object = {}) {
  const { text } = await draftOf(courseSlug);
  const [lesson] = text.lessons;
  if (!lesson) throw new Error("The draft has no lesson.");
  const { sources, slug, title, minutes, body } = lesson;
  return {
    ...{ courseSlug, lesson: slug, title, minutes: String(minutes), body, seen: markOf(lesson) },
    statement: sources.map((one) => one.statement),
    source: sources.map((one) => one.source),
    url: sources.map((one) => one.url ?? ""),
    owner: sources.map((one) => one.owner),
    reviewOn: sources.map((one) => one.reviewOn),
    ...change,
  };
}

async function publish(courseSlug: string, change: object = {}, by = rosa) {
  const { text, newest } = await draftOf(courseSlug);
  return runLibraryCommand(publishDraft, by, {
    ...{
      courseSlug,
      seen: markOf(text),
      newest: String(newest),
      material: "no",
      whatChanged: "A word.",
    },
    ...{ firstQuestion: "", secondQuestion: "" },
    ...change,
  });
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** Waits until a publisher holds the course. */
async function untilLocked(boroughCode: string): Promise<void> {
  const taken = () =>
    asOwner(
      [boroughCode],
      (tx) => tx`SELECT FROM courses WHERE slug = ${slug} FOR NO KEY UPDATE NOWAIT`,
    );
  while (!(await failure(taken()))) await wait(20);
}

let slug: string;
beforeEach(async () => {
  slug = await mintCourse();
});

describe("a draft", () => {
  it("begins with what is published, once, and is published beside it as the next version", async () => {
    await start(slug);
    await start(slug);
    const { text, published, basedOn } = await draftOf(slug);
    expect(text).toEqual(published);
    expect(basedOn).toBe(1);
    await runLibraryCommand(editLesson, rosa, await lessonForm(slug, { title: "Another title" }));
    expect(await publish(slug)).toEqual({ version: 2 });

    const history = await asViewer(rosa, (ctx) => getCourseHistory(ctx, slug));
    expect(history.draft).toBeNull();
    expect(history.versions.map((one) => [one.number, one.fromFile])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(history.lessons[0]?.title).toBe("Another title");
    const titles = await ownerClient()`SELECT v.number, l.title FROM lessons l
      JOIN course_versions v ON v.id = l.version_id WHERE v.course_slug = ${slug} AND l.position = 1 ORDER BY 1`;
    expect(titles.map((row) => row.title)).toEqual([published.lessons[0]?.title, "Another title"]);
    const events = await asViewer(rosa, (ctx) => listLibraryEvents(ctx, slug));
    expect(events.map((one) => one.action)).toEqual([
      "library.publish",
      "library.edit_draft",
      "library.start_draft",
    ]);
    expect(JSON.stringify(events)).not.toContain("Another title");
  });

  it("takes along the translations of what stayed as it was", async () => {
    await start(slug);
    await runLibraryCommand(editLesson, rosa, await lessonForm(slug, { title: "Another title" }));
    await publish(slug);
    const rows =
      await ownerClient()`SELECT t.position FROM lesson_translations t JOIN course_versions v
      ON v.id = t.version_id WHERE v.course_slug = ${slug} AND v.number = 2 ORDER BY 1`;
    const { lessons } = await asViewer(rosa, (ctx) => getCourseHistory(ctx, slug));
    expect(rows.map((row) => row.position)).toEqual(lessons.slice(1).map((one) => one.position));
  });

  it("takes no translation of the course's own words along once one of them is another", async () => {
    await start(slug);
    const { text } = await draftOf(slug);
    await runLibraryCommand(editCourse, rosa, {
      ...{ courseSlug: slug, seen: markOf(aboutCourse(text)), minutes: String(text.minutes) },
      ...{ title: "Another title", summary: text.summary, writtenFor: text.writtenFor },
      ...{ contentNote: text.contentNote, outcomes: text.outcomes.join("\n") },
      refresherLessons: text.refresherLessons,
    });
    await publish(slug);
    const rows =
      await ownerClient()`SELECT v.number, t.title, t.content_note FROM course_translations t
      JOIN course_versions v ON v.id = t.version_id WHERE v.course_slug = ${slug} ORDER BY 1`;
    expect(rows.map((row) => [row.number, row.title, row.content_note])).toEqual([
      [1, "a", "c"],
      [2, "", ""],
    ]);
  });

  it("is published once by who presses twice, and not over a version they have not seen", async () => {
    await start(slug);
    await runLibraryCommand(editLesson, rosa, await lessonForm(slug, { title: "Another title" }));
    const seen = markOf((await draftOf(slug)).text);
    expect(await failure(publish(slug, { newest: "7" }))).toBeInstanceOf(Conflict);
    expect(await publish(slug)).toEqual({ version: 2 });
    const again = {
      ...{ courseSlug: slug, seen, newest: "1", material: "no", whatChanged: "A word." },
      ...{ firstQuestion: "", secondQuestion: "" },
    };
    expect(await runLibraryCommand(publishDraft, rosa, again)).toEqual({ version: 2 });
    expect(await failure(runLibraryCommand(publishDraft, author(), again))).toBeInstanceOf(
      Conflict,
    );
    const { versions } = await asViewer(rosa, (ctx) => getCourseHistory(ctx, slug));
    expect(versions).toHaveLength(2);
  });

  it("keeps nobody who assigns the course waiting while it is published", async () => {
    const { borough, businessId } = await mintClass();
    await start(slug);
    await runLibraryCommand(editLesson, rosa, await lessonForm(slug, { title: "Another title" }));
    const published = await ownerClient().begin(async (tx) => {
      await tx`SELECT FROM course_drafts WHERE course_slug = ${slug} FOR UPDATE`;
      const publishing = publish(slug);
      await untilLocked(borough.code);
      await asOwner([borough.code], async (other) => {
        await other`SET LOCAL lock_timeout = '5s'`;
        await other`INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on)
          VALUES (${borough.code}, ${randomUUID()}, ${businessId}, ${slug}, '2026-12-31')`;
      });
      return { publishing };
    });
    expect(await published.publishing).toEqual({ version: 2 });
  });

  it("is not published while it has a fault, or says nothing new", async () => {
    await start(slug);
    expect(await failure(publish(slug))).toMatchObject({
      message: "This draft says what is published already.",
    });
    await runLibraryCommand(editLesson, rosa, await lessonForm(slug, { body: "Too short." }));
    const refused = await failure(publish(slug));
    expect(refused).toBeInstanceOf(RuleBroken);
    expect(refused).toMatchObject({ message: expect.stringMatching(/has 3 words|has 2 words/) });
  });

  it("refuses to be written over by somebody who saw an older one, and takes the same form twice", async () => {
    await start(slug);
    const mine = await lessonForm(slug, { title: "Mine" });
    const theirs = await lessonForm(slug, { title: "Theirs" });
    await runLibraryCommand(editLesson, rosa, mine);
    await runLibraryCommand(editLesson, rosa, mine);
    expect(await failure(runLibraryCommand(editLesson, author(), theirs))).toBeInstanceOf(Conflict);
    const { text } = await draftOf(slug);
    expect(text.lessons[0]?.title).toBe("Mine");
    // Another part of it is free meanwhile.
    await runLibraryCommand(editCourse, author(), {
      ...{ courseSlug: slug, seen: markOf(aboutCourse(text)) },
      ...{ title: "The course", summary: "S", writtenFor: "W", contentNote: "C", minutes: "20" },
      ...{ outcomes: "One\n\nTwo", refresherLessons: [text.lessons[1]?.slug ?? ""] },
    });
    expect((await draftOf(slug)).text).toMatchObject({ outcomes: ["One", "Two"], minutes: 20 });
    expect(await failure(publish(slug, { seen: markOf(text) }))).toBeInstanceOf(Conflict);
  });

  it("gets a question, and loses one", async () => {
    await start(slug);
    const { text } = await draftOf(slug);
    const form = {
      ...{ courseSlug: slug, question: "added-1", seen: markOf(undefined), use: "final" },
      ...{ lesson: text.lessons[0]?.slug, prompt: "What now?" },
      option: ["Ring", "Wait", "Leave", ""],
      feedback: ["Yes.", "Not yet.", "No.", ""],
      right: ["0"],
    };
    await runLibraryCommand(editQuestion, rosa, form);
    const added = (await draftOf(slug)).text.questions.at(-1);
    expect(added).toMatchObject({ id: "added-1", kind: "one", use: "final" });
    expect(
      await fieldOf(runLibraryCommand(editQuestion, rosa, { ...form, lesson: "no-such" })),
    ).toBe("lesson");
    await runLibraryCommand(dropQuestion, rosa, {
      courseSlug: slug,
      question: "added-1",
      seen: markOf(added),
    });
    expect((await draftOf(slug)).text).toEqual(text);
  });

  it("is thrown away, and then there is none", async () => {
    await start(slug);
    const form = await lessonForm(slug, { title: "Another title" });
    const throwAway = { courseSlug: slug, seen: markOf((await draftOf(slug)).text) };
    await runLibraryCommand(editLesson, author(), form);
    expect(await failure(runLibraryCommand(discardDraft, rosa, throwAway))).toBeInstanceOf(
      Conflict,
    );
    throwAway.seen = markOf((await draftOf(slug)).text);
    await runLibraryCommand(discardDraft, rosa, throwAway);
    await runLibraryCommand(discardDraft, rosa, throwAway);
    expect(await failure(draftOf(slug))).toBeInstanceOf(NotFound);
    expect(
      await failure(runLibraryCommand(editLesson, rosa, { ...form, title: "Late" })),
    ).toBeInstanceOf(Conflict);
    expect(await failure(start("no-such-course"))).toBeInstanceOf(NotFound);
  });
});

describe("a published version", () => {
  const programme = { role: "portal_programme" as const, boroughs: [] };

  it.each([
    ["changed", sql`UPDATE lessons SET title = 'x'`],
    ["taken away", sql`DELETE FROM course_versions`],
    [
      "given one more lesson",
      sql`INSERT INTO lessons SELECT version_id, 99, 'late', title, minutes, body, sources FROM lessons LIMIT 1`,
    ],
    [
      "given one more question",
      sql`INSERT INTO questions SELECT version_id, 'late', use, 99, 1, kind, prompt, options FROM questions LIMIT 1`,
    ],
  ])("cannot be %s by those who write courses", async (_, statement) => {
    const refused = await failure(writeScope(programme, (tx) => tx.execute(statement)));
    expect(String((refused as Error & { cause?: unknown })?.cause ?? refused)).toMatch(
      /permission denied|never changes/,
    );
  });

  it("shows its draft to nobody but the programme team", async () => {
    for (const role of [
      "portal_borough",
      "portal_staff",
      "portal_police",
      "portal_business",
    ] as const) {
      const read = readScope({ role, boroughs: [] }, (tx) =>
        tx.execute(sql`SELECT FROM course_drafts`),
      );
      expect(await failure(read), role).not.toBeNull();
    }
  });
});

describe("a material change", () => {
  async function certified() {
    const { learner, borough, businessId } = await mintClass();
    await asOwner(
      [borough.code],
      (tx) => tx`INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on)
        VALUES (${borough.code}, ${randomUUID()}, ${businessId}, ${slug}, '2026-12-31')`,
    );
    const recordId = await readAll(learner, slug);
    const attemptId = await answerAll(learner, recordId);
    await runCommand(completeTraining, learner, { attemptId }, options(learner));
    return learner;
  }

  const managerOf = ({
    boroughCode,
    businessId,
  }: {
    boroughCode: string;
    businessId: string;
  }): Viewer => ({
    ...{ role: "business_manager", userId: randomUUID(), name: "Ines" },
    ...{ boroughCode, businessId },
  });

  const changes = (learner: Awaited<ReturnType<typeof certified>>) =>
    asViewer(learner, listMyChanges, { today: options(learner).today });

  it("asks whoever is certified on an older version, until both questions are answered", async () => {
    const learner = await certified();
    await start(slug);
    await runLibraryCommand(editLesson, rosa, await lessonForm(slug, { title: "Another title" }));
    expect(await fieldOf(publish(slug, { material: "yes" }))).toBe("firstQuestion");
    const [first, second] = (await draftOf(slug)).text.questions.filter(
      (one) => one.use === "final",
    );
    const chosen = { material: "yes", firstQuestion: first?.id, secondQuestion: second?.id };
    expect(await fieldOf(publish(slug, { ...chosen, secondQuestion: first?.id }))).toBe(
      "secondQuestion",
    );
    expect(await fieldOf(publish(slug, { ...chosen, firstQuestion: "no-such" }))).toBe(
      "firstQuestion",
    );
    expect(await changes(learner)).toEqual([]);
    await publish(slug, { ...chosen, whatChanged: "The number to ring." });

    const [change] = await changes(learner);
    expect(change).toMatchObject({ courseSlug: slug, whatChanged: "The number to ring." });
    const { versionId, questions } = await asViewer(
      learner,
      (ctx) => getMyChange(ctx, { courseSlug: slug }),
      options(learner),
    );
    expect(questions.map((one) => one.id)).toEqual([first?.id, second?.id]);
    const right = questions.map(({ options: all }) =>
      all.flatMap((one, index) => (one.correct ? [index] : [])),
    );
    const wrong = questions[1]?.options.findIndex((one) => !one.correct);
    const give = (answers: object) =>
      runCommand(readChange, learner, { versionId, ...answers }, options(learner));
    const count = () =>
      asViewer(
        managerOf(learner),
        (ctx) => countChangeReadings(ctx, learner.businessId),
        options(learner),
      );
    expect(await count()).toMatchObject([{ courseSlug: slug, holders: 1, read: 0 }]);
    expect(await fieldOf(give({ first: right[0] }))).toBe("chosen");
    expect(await fieldOf(give({ first: right[0], second: [wrong] }))).toBe("again");
    expect(await changes(learner)).toHaveLength(1);
    await give({ first: right[0], second: right[1] });
    expect(await changes(learner)).toEqual([]);
    expect(await count()).toMatchObject([{ courseSlug: slug, holders: 1, read: 1 }]);
    // Pressed twice: the second answer is the first one's, whatever it holds.
    expect(await give({ first: right[0], second: right[1] })).toEqual({ versionId });
    const unknown = { versionId: randomUUID(), first: right[0], second: right[1] };
    expect(await failure(give(unknown))).toBeInstanceOf(NotFound);
  });

  it("asks nobody else: not a small change, not who never took it, not who holds a lapsed one", async () => {
    const learner = await certified();
    await start(slug);
    await runLibraryCommand(editLesson, rosa, await lessonForm(slug, { title: "A small change" }));
    await publish(slug);
    expect(await changes(learner)).toEqual([]);
    await start(slug);
    await runLibraryCommand(editLesson, rosa, await lessonForm(slug, { title: "A large change" }));
    const [first, second] = (await draftOf(slug)).text.questions.filter(
      (one) => one.use === "final",
    );
    await publish(slug, { material: "yes", firstQuestion: first?.id, secondQuestion: second?.id });
    expect(await changes(learner)).toHaveLength(1);
    expect(await asViewer(learner, listMyChanges, { today: "2032-01-01" })).toEqual([]);
    const { colleague } = await mintClass();
    expect(await changes(colleague)).toEqual([]);
  });
});
