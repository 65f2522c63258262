import { diffWordsWithSpace } from "diff";
import type { CourseText, DraftLesson, DraftQuestion } from "@/lib/db/schema/drafts";
import { formatDate } from "@/lib/format";
import { unwrap } from "./unwrap";

/** A stretch of words that both texts have, or only the new one, or only the old one. */
export interface Piece {
  text: string;
  kind: "same" | "added" | "removed";
}

export interface PartChange {
  key: string;
  /** "Lesson 2: Ask, look, listen". */
  name: string;
  change: "added" | "removed" | "changed";
  fields: { label: string; pieces: Piece[] }[];
}

type Fields = readonly (readonly [label: string, text: string])[];
interface Part {
  key: string;
  name: string;
  fields: Fields;
}

/** What differs between two texts of a course, part by part and word by word; parts that are alike are left out. */
export function compareTexts(before: CourseText, after: CourseText): PartChange[] {
  // A lesson by its new title on both sides: a new title is a change of the lesson alone.
  const titles = new Map([...before.lessons, ...after.lessons].map((one) => [one.slug, one.title]));
  const [old, now] = [partsOf(before, titles), partsOf(after, titles)];
  const gone = old.filter((part) => !now.some(({ key }) => key === part.key));
  return [
    ...now.flatMap((part) => {
      const was = old.find(({ key }) => key === part.key);
      const fields = compareFields(was?.fields ?? [], part.fields);
      if (fields.length === 0) return [];
      const change = was ? ("changed" as const) : ("added" as const);
      return [{ key: part.key, name: part.name, change, fields }];
    }),
    ...gone.map(({ key, name, fields }) => ({
      ...{ key, name, change: "removed" as const },
      fields: compareFields(fields, []),
    })),
  ];
}

function compareFields(before: Fields, after: Fields): PartChange["fields"] {
  const labels = [...new Set([...before, ...after].map(([label]) => label))];
  return labels.flatMap((label) => {
    const [old = "", now = ""] = [before, after].map(
      (fields) => fields.find(([name]) => name === label)?.[1],
    );
    return old === now ? [] : [{ label, pieces: compareWords(old, now) }];
  });
}

function compareWords(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? "added" : removed ? "removed" : "same",
  }));
}

type Titles = ReadonlyMap<string, string>;

function partsOf(text: CourseText, titles: Titles): Part[] {
  return [
    { key: "course", name: "About the course", fields: courseFields(text, titles) },
    ...text.lessons.map((lesson, index) => ({
      key: `lesson ${lesson.slug}`,
      name: `Lesson ${index + 1}: ${lesson.title}`,
      fields: lessonFields(lesson),
    })),
    ...text.questions.map((question) => ({
      key: `question ${question.id}`,
      name: `${question.use === "final" ? "Final question" : "Practice question"}: ${question.prompt}`,
      fields: questionFields(question, titles),
    })),
    ...text.scenarios.map((scenario) => ({
      key: `scenario ${scenario.id}`,
      name: `Story: ${scenario.title}`,
      fields: scenarioFields(scenario, titles),
    })),
  ];
}

function courseFields(text: CourseText, titles: Titles): Fields {
  return [
    ["Title", text.title],
    ["Summary", text.summary],
    ["Written for", text.writtenFor],
    ["Content note", text.contentNote],
    ["Minutes", String(text.minutes)],
    ["Outcomes", text.outcomes.join("\n")],
    ["The shorter path", text.refresherLessons.map((slug) => titles.get(slug) ?? slug).join("\n")],
  ];
}

function lessonFields({ title, minutes, body, sources }: DraftLesson): Fields {
  const said = sources.map(
    ({ statement, source, url, owner, reviewOn }) =>
      `${statement}\n${[source, url, owner, `review by ${formatDate(reviewOn)}`].filter(Boolean).join(" · ")}`,
  );
  return [
    ["Title", title],
    ["Minutes", String(minutes)],
    ["Text", unwrap(body)],
    ["Statements", said.join("\n\n")],
  ];
}

function scenarioFields(
  { lesson, title, summary, scenes, endings }: CourseText["scenarios"][number],
  titles: Titles,
): Fields {
  const said = scenes.map(({ text, choices }) =>
    [text, ...choices.map((choice) => `${choice.text}\n${choice.feedback}`)].join("\n"),
  );
  return [
    ["Title", title],
    ["Summary", summary],
    ["Lesson", titles.get(lesson) ?? lesson],
    ["Scenes", said.join("\n\n")],
    ["Endings", endings.map((ending) => `${ending.title}\n${ending.text}`).join("\n\n")],
  ];
}

function questionFields({ use, lesson, prompt, options }: DraftQuestion, titles: Titles): Fields {
  const answers = options.map(
    ({ text, correct, feedback }) => `${correct ? "Right" : "Not right"}: ${text}\n${feedback}`,
  );
  return [
    ["Question", prompt],
    ["Where it is asked", use === "final" ? "Final questions" : "Practice, in its lesson"],
    ["Lesson", titles.get(lesson) ?? lesson],
    ["Answers", answers.join("\n\n")],
  ];
}
