import { describe, expect, it } from "vitest";
import { type CourseContent, readCourses } from "./content";
import {
  BANK_LEAST,
  countLongestRight,
  forbiddenWords,
  LESSONS,
  LONGEST_RIGHT_MOST,
} from "./course-rules";

const courses = readCourses();

/** Sentences of the lessons, in one form, so that a changed comma does not hide a copy. */
function sentencesOf({ lessons }: CourseContent): Set<string> {
  const sentences = lessons.flatMap((lesson) =>
    lesson.body
      .replace(/^#+ .*$/gm, "")
      .replace(/[*_>-]/g, " ")
      .split(/(?<=[.?!:])\s+|\n\s*\n/),
  );
  const plain = sentences.map((one) =>
    one
      .toLowerCase()
      .replace(/[^a-z0-9 ]+/g, "")
      .trim(),
  );
  return new Set(plain.filter((one) => one.split(/\s+/).length >= 4));
}

/** Everything a learner reads, the sources apart. */
const wordsOf = ({ lessons, questions, scenarios, ...course }: CourseContent) =>
  JSON.stringify([
    course,
    lessons.map((lesson) => [lesson.title, lesson.body]),
    questions,
    scenarios,
  ]);

describe.each(courses)("$slug", (course) => {
  it("has 4 to 8 lessons, and a bank of at least 20 questions that reaches every lesson", () => {
    expect(course.lessons.length).toBeGreaterThanOrEqual(LESSONS.least);
    expect(course.lessons.length).toBeLessThanOrEqual(LESSONS.most);
    expect(course.questions.final.length).toBeGreaterThanOrEqual(BANK_LEAST);
    expect(course.questions.final.length).toBeGreaterThanOrEqual(course.questions_per_attempt + 8);
    expect(new Set(course.questions.final.map((one) => one.lesson)).size).toBe(
      course.lessons.length,
    );
    expect(course.pass_share).toBe(80);
  });

  it("does not give the right answer away by its length or its place", () => {
    const ones = course.questions.final.filter((question) => question.kind === "one");
    const final = course.questions.final.map((one) => ({ ...one, use: "final" as const }));
    const { longest, of } = countLongestRight(final);
    expect((longest / of) * 100).toBeLessThanOrEqual(LONGEST_RIGHT_MOST);
    const first = ones.filter(({ options }) => options[0]?.correct);
    expect(first.length / ones.length).toBeLessThanOrEqual(0.5);
    for (const { id, options } of course.questions.final) {
      const lengths = options.map((option) => option.text.length);
      expect(Math.min(...lengths) * 4, id).toBeGreaterThan(Math.max(...lengths));
      expect(new Set(options.map((option) => option.feedback)).size, id).toBe(options.length);
    }
  });

  it("says nothing that may never be written", () => {
    expect(forbiddenWords(course.slug, wordsOf(course))).toBeNull();
  });
});

it("no two courses share more than 15 of 100 sentences, outside the one about reporting", () => {
  const own = courses.filter((course) => course.slug !== "reporting");
  for (const one of own) {
    const sentences = sentencesOf(one);
    for (const other of own) {
      if (other === one) continue;
      const theirs = sentencesOf(other);
      const shared = [...sentences].filter((sentence) => theirs.has(sentence));
      expect(shared.length / sentences.size, `${one.slug} and ${other.slug}`).toBeLessThanOrEqual(
        0.15,
      );
    }
  }
});
