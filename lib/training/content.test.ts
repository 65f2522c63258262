import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { COURSES_FOLDER, readCourses } from "./content";
import { countWords } from "./course-rules";
import { callLines, supportLines } from "./support";

const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

/** The shipped courses in a folder of their own, with one file changed. */
function withFault(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), "content-"));
  copies.push(copy);
  cpSync(COURSES_FOLDER, copy, { recursive: true });
  const path = join(copy, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return copy;
}

describe("every shipped course", () => {
  const courses = readCourses();

  it("can be read", () => {
    expect(courses.map((course) => course.slug)).toEqual(
      expect.arrayContaining(["at-the-desk", "reporting", "spot-the-signs"]),
    );
  });

  it.each(courses)(
    "$slug has lessons of 150 to 350 words, each with its sources",
    ({ lessons }) => {
      for (const lesson of lessons) {
        expect(countWords(lesson.body)).toBeGreaterThanOrEqual(150);
        expect(countWords(lesson.body)).toBeLessThanOrEqual(350);
        expect(lesson.sources.length).toBeGreaterThan(0);
      }
    },
  );

  it.each(courses)(
    "$slug explains every option, and no feedback begins with Wrong",
    ({ questions }) => {
      for (const question of [...questions.practice, ...questions.final]) {
        for (const option of question.options) {
          expect(option.feedback.length).toBeGreaterThan(10);
          expect(option.feedback).not.toMatch(/^wrong/i);
        }
        const right = question.options.filter((option) => option.correct).length;
        expect(question.kind === "one" ? right === 1 : right > 1, question.id).toBe(true);
      }
    },
  );

  it.each(courses)(
    "$slug never says that everybody is legally required to report",
    ({ lessons }) => {
      const words = lessons.map((lesson) => lesson.body).join("\n");
      expect(words).not.toMatch(/legally required|70%|70 per cent|child prostitut|promiscuous/i);
    },
  );
});

describe("a course with a fault is refused in one sentence that names the file", () => {
  const lesson = "spot-the-signs/lessons/01-what-it-is.md";
  const questions = "spot-the-signs/questions.yaml";
  it.each<[string, string, (text: string) => string, RegExp]>([
    ["no title", lesson, (t) => t.replace(/^title: .*$/m, ""), /01-what-it-is\.md: title:/],
    ["HTML", lesson, (t) => `${t}\n<b>bold</b>\n`, /01-what-it-is\.md: holds HTML/],
    [
      "a short lesson",
      lesson,
      (t) => t.replace(/\n---\n[\s\S]*$/, "\n---\nToo short.\n"),
      /has 2 words/,
    ],
    [
      "no right option",
      questions,
      (t) => t.replaceAll("correct: true", "correct: false"),
      /questions\.yaml: .* exactly one correct/,
    ],
    [
      "an unknown lesson",
      questions,
      (t) => t.replace("lesson: 1", "lesson: 9"),
      /lesson 9, which does not exist/,
    ],
    [
      "another slug",
      "spot-the-signs/course.yaml",
      (t) => t.replace("slug: spot-the-signs", "slug: other"),
      /slug is other/,
    ],
    ["broken YAML", "spot-the-signs/course.yaml", (t) => `${t}\n: [`, /course\.yaml: /],
  ])("%s", (_, file, change, sentence) => {
    expect(() => readCourses(withFault(file, change))).toThrow(sentence);
  });
});

it("gives support lines and the ways to report, each with a source", () => {
  expect(supportLines().map((line) => line.name)).toContain("Childline");
  const numbers = callLines().map((line) => line.dial);
  expect(numbers).toEqual(expect.arrayContaining(["101", "999", "18001101", "18001999"]));
});
