import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { directionOf, englishName, LANGUAGES, ownName } from "./languages";
import { lessonFingerprint, questionFingerprint, readTranslations } from "./translation-content";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function courseWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "translations-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, "translations", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

const ABOUT = "title: Zgłaszanie\nsummary: Kiedy dzwonić\ncontent_note: Spokojnie\n";

describe("translations beside a course", () => {
  it("are none where there is no folder of them", () => {
    expect(readTranslations(courseWith({}))).toEqual([]);
  });

  it("are read with the English each piece was made from", () => {
    const folder = courseWith({
      "pl/translation.yaml": ABOUT,
      "pl/lessons/02-when.md": "---\ntitle: Kiedy\nof: 0123456789ab\n---\nTekst lekcji.\n",
      "pl/questions.yaml":
        "- id: one\n  of: 0123456789ab\n  prompt: Co?\n  options:\n" +
        "    - { text: a, feedback: b }\n".repeat(3),
    });
    expect(readTranslations(folder)).toMatchObject([
      {
        language: "pl",
        title: "Zgłaszanie",
        lessons: [{ position: 2, title: "Kiedy", of: "0123456789ab", body: "Tekst lekcji." }],
        questions: [{ id: "one", prompt: "Co?" }],
      },
    ]);
  });

  it.each([
    ["an unknown language", { "xx/translation.yaml": ABOUT }, /not a language the portal knows/],
    [
      "a review by nobody",
      { "pl/translation.yaml": `${ABOUT}reviewed_on: 2026-11-01\n` },
      /belong together/,
    ],
    [
      "HTML",
      {
        "pl/translation.yaml": ABOUT,
        "pl/lessons/01-a.md": "---\ntitle: A\nof: 0123456789ab\n---\n<b>x</b>",
      },
      /holds HTML/,
    ],
    [
      "a lesson that does not say what it was made from",
      { "pl/translation.yaml": ABOUT, "pl/lessons/01-a.md": "---\ntitle: A\n---\nx" },
      /lessons\/01-a\.md: of/,
    ],
    [
      "a lesson without its place",
      { "pl/translation.yaml": ABOUT, "pl/lessons/a.md": "---\ntitle: A\n---\nx" },
      /named like the English lesson/,
    ],
  ] as [string, Record<string, string>, RegExp][])(
    "refuse %s in one sentence",
    (_what, files, says) => {
      expect(() => readTranslations(courseWith(files))).toThrow(says);
    },
  );
});

describe("the English a piece was made from", () => {
  const lesson = { title: "When to call", body: "Call 101." };
  const question = { prompt: "Whom?", options: [{ text: "101", feedback: "Yes." }] };

  it("has another mark once a word of it changes", () => {
    expect(lessonFingerprint(lesson)).toMatch(/^[0-9a-f]{12}$/);
    expect(lessonFingerprint({ ...lesson, body: "Call 999." })).not.toBe(lessonFingerprint(lesson));
    const other = { ...question, options: [{ text: "101", feedback: "Right." }] };
    expect(questionFingerprint(other)).not.toBe(questionFingerprint(question));
  });
});

describe("a language", () => {
  it("has a name in itself and in English, and a direction", () => {
    expect(LANGUAGES.every((code) => ownName(code) !== code && englishName(code) !== code)).toBe(
      true,
    );
    expect([ownName("pl"), englishName("pl"), directionOf("pl")]).toEqual([
      "polski",
      "Polish",
      "ltr",
    ]);
    expect(LANGUAGES.filter((code) => directionOf(code) === "rtl")).toEqual(["ar", "fa", "ur"]);
  });
});
