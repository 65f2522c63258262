import { describe, expect, it } from "vitest";
import type { CourseText } from "@/lib/db/schema/drafts";
import type { QuestionOption } from "@/lib/db/schema/library";
import { type CourseContent, readCourses } from "@/lib/training/content";
import { compareTexts } from "./compare";
import { removeLesson } from "./edits";
import { draftFaults } from "./faults";
import { markOf } from "./mark";
import { readOptions, readSources } from "./read-form";
import { unwrap } from "./unwrap";

/** A shipped course as the editor holds it. */
function textOf(course: CourseContent): CourseText {
  const slug = (position: number) => course.lessons[position - 1]?.slug ?? "";
  return {
    title: course.title,
    summary: course.summary,
    writtenFor: course.written_for,
    contentNote: course.content_note,
    outcomes: course.outcomes,
    minutes: course.minutes,
    monthsValid: course.months_valid,
    passShare: course.pass_share,
    questionsPerAttempt: course.questions_per_attempt,
    refresherLessons: course.refresher.lessons.map(slug),
    refresherQuestions: course.refresher.questions,
    lessons: course.lessons.map((lesson) => ({
      ...lesson,
      sources: lesson.sources.map(({ review_on, url, ...said }) => ({
        ...said,
        ...(url ? { url } : {}),
        reviewOn: review_on,
      })),
    })),
    questions: (["practice", "final"] as const).flatMap((use) =>
      course.questions[use].map((one) => ({ ...one, use, lesson: slug(one.lesson) })),
    ),
    scenarios: course.scenarios.map((one) => ({
      ...one,
      lesson: slug(one.lesson),
      scenes: one.scenes.map((scene) => ({
        ...scene,
        choices: scene.choices.map(({ wrong_turn, ...rest }) => ({
          ...rest,
          wrongTurn: wrong_turn,
        })),
      })),
    })),
  };
}

const shipped = readCourses().map((course) => [course.slug, textOf(course)] as const);
const [slug, text] = shipped.find(([name]) => name === "at-the-door") ?? ["", {} as CourseText];
const says = (changed: CourseText) => draftFaults(slug, changed).map((fault) => fault.says);

describe("what keeps a draft from being published", () => {
  it.each(shipped)("is nothing in the shipped course %s", (name, whole) => {
    expect(draftFaults(name, whole)).toEqual([]);
  });

  const [first, second] = text.lessons;
  const withBody = (body: string): CourseText => ({
    ...text,
    lessons: text.lessons.map((each) => (each.slug === first?.slug ? { ...each, body } : each)),
  });
  const asked = text.questions.find((each) => each.use === "final");
  const withOptions = (
    change: (one: QuestionOption, index: number) => QuestionOption,
  ): CourseText => ({
    ...text,
    questions: text.questions.map((each) =>
      each === asked ? { ...each, options: each.options.map(change) } : each,
    ),
  });
  it.each<[string, CourseText, RegExp]>([
    [
      "a lesson that is too short",
      withBody("Too short."),
      /^“.*” has 2 words; a lesson has 150 to 350\.$/,
    ],
    ["HTML", withBody(`${first?.body}\n<b>no</b>`), /holds HTML/],
    [
      "a heading of the page's own kind",
      withBody(`# Title\n\n${first?.body}`),
      /begin headings with ##/,
    ],
    ["a picture", withBody(`${first?.body}\n![A hotel](hotel.png)`), /holds a picture/],
    [
      "the same said to two answers",
      withOptions((one) => ({ ...one, feedback: "No." })),
      /says the same to two answers/,
    ],
    [
      "the same answer twice",
      withOptions((one) => ({ ...one, text: "Wait" })),
      /the same answer twice/,
    ],
    [
      "an answer far shorter than another",
      withOptions((one, index) => ({ ...one, text: index === 0 ? "No" : `${one.text} and more` })),
      /far shorter than another/,
    ],
    [
      "a duty that is not one",
      withBody(`${first?.body} You are legally required to.`),
      /legally required/,
    ],
    [
      "a notice that only hotels get",
      withBody(`${first?.body} Section 116 says so.`),
      /Section 116/,
    ],
    [
      "a share that nobody knows, in what the course says of itself",
      { ...text, summary: "In 70% of cases." },
      /holds “70%”/,
    ],
    [
      "no source",
      { ...text, lessons: text.lessons.map((each) => ({ ...each, sources: [] })) },
      /needs a source/,
    ],
    [
      "too few lessons",
      { ...text, lessons: text.lessons.slice(0, 3) },
      /has 3 lessons; a course has 4 to 8/,
    ],
    [
      "a small bank",
      { ...text, questions: text.questions.slice(0, 12) },
      /final questions; an attempt draws from at least 20/,
    ],
    [
      "a lesson without its practice question",
      {
        ...text,
        questions: text.questions.filter(
          (each) => each.use === "final" || each.lesson !== second?.slug,
        ),
      },
      /needs one practice question/,
    ],
    [
      "a question without a right answer",
      {
        ...text,
        questions: text.questions.map((each, index) =>
          index === 0
            ? { ...each, options: each.options.map((one) => ({ ...one, correct: false })) }
            : each,
        ),
      },
      /needs exactly one correct option/,
    ],
    [
      "right answers that are always the longest",
      {
        ...text,
        questions: text.questions.map((each) => ({
          ...each,
          options: each.options.map((one) =>
            one.correct ? { ...one, text: `${one.text} ${"and more ".repeat(40)}` } : one,
          ),
        })),
      },
      /gives it away/,
    ],
  ])("is %s", (_, changed, sentence) => {
    expect(says(changed).join("\n")).toMatch(sentence);
  });
});

describe("a lesson that is taken out", () => {
  const gone = text.lessons[1]?.slug ?? "";
  const rest = removeLesson(text, gone);

  it("leaves its final questions and scenarios to the lesson before it", () => {
    const heir = text.lessons[0]?.slug;
    const [asked] = text.questions.filter((one) => one.lesson === gone && one.use === "final");
    expect(rest?.questions.find((one) => one.id === asked?.id)?.lesson).toBe(heir);
    expect(rest?.questions.some((one) => one.lesson === gone)).toBe(false);
    expect(rest?.scenarios.some((one) => one.lesson === gone)).toBe(false);
    expect(rest?.refresherLessons).not.toContain(gone);
  });

  it("takes its practice question along, so that nothing else is at fault", () => {
    expect(rest && draftFaults(slug, rest)).toEqual([]);
  });

  it("is not the last one", () => {
    expect(
      removeLesson({ ...text, lessons: text.lessons.slice(0, 1) }, text.lessons[0]?.slug ?? ""),
    ).toBeNull();
  });
});

describe("the comparison", () => {
  it("finds nothing where nothing changed", () => {
    expect(compareTexts(text, structuredClone(text))).toEqual([]);
  });

  it("shows a changed word as one gone and one come, and what was added or taken out whole", () => {
    const [lesson, ...others] = text.lessons;
    if (!lesson) throw new Error("The course has no lesson.");
    const added = { ...lesson, slug: "one-more", title: "One more" };
    const changes = compareTexts(text, {
      ...text,
      title: `${text.title} again`,
      lessons: [{ ...lesson, title: `New: ${lesson.title}` }, ...others.slice(1), added],
    });
    expect(changes.map(({ name, change }) => [name, change])).toEqual([
      ["About the course", "changed"],
      [`Lesson 1: New: ${lesson.title}`, "changed"],
      [`Lesson ${text.lessons.length}: One more`, "added"],
      [`Lesson 2: ${others[0]?.title}`, "removed"],
    ]);
    const [title] = changes[1]?.fields ?? [];
    expect(title?.pieces.filter(({ kind }) => kind !== "same")).toEqual([
      { text: "New: ", kind: "added" },
    ]);
    const before = (fields: (typeof changes)[number]["fields"]) =>
      fields.map(({ pieces }) =>
        pieces
          .filter(({ kind }) => kind !== "added")
          .map((one) => one.text)
          .join(""),
      );
    expect(before(changes[0]?.fields ?? [])).toEqual([text.title]);
  });

  it("shows where a question is asked, and where a story stands", () => {
    const [question, ...others] = text.questions;
    const [story, ...more] = text.scenarios;
    const lesson = text.lessons.find((one) => one.slug !== story?.lesson)?.slug;
    if (!question || !story || !lesson) throw new Error("The course is too short.");
    const use = question.use === "final" ? ("practice" as const) : ("final" as const);
    const changes = compareTexts(text, {
      ...text,
      questions: [{ ...question, use }, ...others],
      scenarios: [{ ...story, lesson }, ...more],
    });
    expect(changes.map(({ key, fields }) => [key, ...fields.map(({ label }) => label)])).toEqual([
      [`question ${question.id}`, "Where it is asked"],
      [`scenario ${story.id}`, "Lesson"],
    ]);
  });
});

it("marks a part by what it says, whatever the order of its fields, and another one differently", () => {
  expect(markOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(markOf({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(markOf({ a: 1 })).not.toBe(markOf({ a: 2 }));
});

it.each([
  ["One\ntwo.\n\nThree", "One two.\n\nThree"],
  ["## Head\nText\ngoes on", "## Head\nText goes on"],
  ["- one\n  more\n- two\n\n{{call-card}}\nText", "- one more\n- two\n\n{{call-card}}\nText"],
  ["1. one\n2. two", "1. one\n2. two"],
  ["Kept  \nbroken", "Kept  \nbroken"],
])("puts the lines of %j together where they only wrap", (from, to) => {
  expect(unwrap(from)).toBe(to);
});

describe("what a form holds", () => {
  const row = {
    statement: ["One"],
    source: ["Act"],
    url: [""],
    owner: ["Team"],
    reviewOn: ["2027-05-31"],
  };
  const field = (read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      return (error as { field?: string }).field;
    }
  };

  it("is read row by row, empty rows left out", () => {
    const twice = (list: string[]) => [...list, ""];
    const rows = Object.fromEntries(Object.entries(row).map(([name, list]) => [name, twice(list)]));
    expect(readSources(rows as typeof row)).toEqual([
      { statement: "One", source: "Act", owner: "Team", reviewOn: "2027-05-31" },
    ]);
  });

  it.each([
    ["statement-1", { statement: [" "] }],
    ["source-1", { source: [""] }],
    ["url-1", { url: ["gov.uk"] }],
    ["owner-1", { owner: [""] }],
    ["reviewOn-1", { reviewOn: ["31 May"] }],
  ])("names the field %s of a row that is half filled in", (name, change) => {
    expect(field(() => readSources({ ...row, ...change }))).toBe(name);
  });

  it("is a question of one answer or of several, by what is ticked", () => {
    const form = { option: ["A", "", "B", "C"], feedback: ["a", "", "b", "c"], right: ["2"] };
    expect(readOptions(form)).toMatchObject({ kind: "one" });
    expect(readOptions(form).options.map((one) => one.correct)).toEqual([false, true, false]);
    expect(readOptions({ ...form, right: ["2", "3"] }).kind).toBe("several");
    expect(field(() => readOptions({ ...form, right: ["1"] }))).toBe("right-1");
    expect(field(() => readOptions({ ...form, feedback: ["a", "", "", "c"] }))).toBe("feedback-3");
    expect(field(() => readOptions({ option: ["A"], feedback: ["a"], right: ["0"] }))).toBe(
      "option-2",
    );
  });
});
