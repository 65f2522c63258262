import { describe, expect, it } from "vitest";
import { type CourseContent, readCourses } from "./content";

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
    expect(course.lessons.length).toBeGreaterThanOrEqual(4);
    expect(course.lessons.length).toBeLessThanOrEqual(8);
    expect(course.questions.final.length).toBeGreaterThanOrEqual(20);
    expect(course.questions.final.length).toBeGreaterThanOrEqual(course.questions_per_attempt + 8);
    expect(new Set(course.questions.final.map((one) => one.lesson)).size).toBe(
      course.lessons.length,
    );
    expect(course.pass_share).toBe(80);
  });

  it("does not give the right answer away by its length or its place", () => {
    const ones = course.questions.final.filter((question) => question.kind === "one");
    const longest = ones.filter(({ options }) => {
      const right = options.find((option) => option.correct)?.text.length ?? 0;
      return options.every((option) => option.correct || option.text.length < right);
    });
    expect(longest.length / ones.length).toBeLessThanOrEqual(0.4);
    const first = ones.filter(({ options }) => options[0]?.correct);
    expect(first.length / ones.length).toBeLessThanOrEqual(0.5);
    for (const { id, options } of course.questions.final) {
      const lengths = options.map((option) => option.text.length);
      expect(Math.min(...lengths) * 4, id).toBeGreaterThan(Math.max(...lengths));
      expect(new Set(options.map((option) => option.feedback)).size, id).toBe(options.length);
    }
  });

  it("says nothing that may never be written", () => {
    const words = wordsOf(course);
    expect(words).not.toMatch(
      /legally required|70 ?%|70 per cent|child prostitut|promiscuous|lifestyle choice|overly made up|made-up face/i,
    );
    if (course.slug !== "at-the-desk") {
      expect(words).not.toMatch(/section 11[678]|sections 116|served? (you )?(with )?a notice/i);
    }
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
