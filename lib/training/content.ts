import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";
import { checked, day, fault, parseYaml, readContent, slug, text } from "@/lib/content-files";
import { bankFaults, lessonFault, OPTIONS } from "./course-rules";
import { checkScenarios, type ScenarioContent, scenariosFile } from "./scenario-content";

const courseFile = z.strictObject({
  slug,
  title: text,
  purpose: z.enum(["awareness", "reporting", "premises"]),
  summary: text,
  outcomes: z.array(text).min(1),
  minutes: z.int().min(1),
  months_valid: z.int().min(1).max(60),
  pass_share: z.int().min(1).max(100),
  questions_per_attempt: z.int().min(1),
  content_note: text,
  written_for: text,
  /** The shorter path of somebody who renews: lessons by number, and how many questions are drawn. */
  refresher: z.strictObject({ lessons: z.array(z.int().min(1)).min(1), questions: z.int().min(5) }),
});

const lessonFile = z.strictObject({
  title: text,
  minutes: z.int().min(1),
  sources: z
    .array(
      z.strictObject({
        statement: text,
        source: text,
        url: z.url().optional(),
        owner: text,
        review_on: day,
      }),
    )
    .min(1),
});

const option = z.strictObject({ text, correct: z.boolean(), feedback: text });
const question = z.strictObject({
  lesson: z.int().min(1),
  id: slug,
  kind: z.enum(["one", "several"]).default("one"),
  prompt: text,
  options: z.array(option).min(OPTIONS.least).max(OPTIONS.most),
});
const questionsFile = z.strictObject({ practice: z.array(question), final: z.array(question) });

export type CourseContent = z.infer<typeof courseFile> & {
  lessons: (z.infer<typeof lessonFile> & { slug: string; body: string })[];
  questions: z.infer<typeof questionsFile>;
  scenarios: ScenarioContent[];
};

/** Where the shipped courses lie. */
export const COURSES_FOLDER = join(process.cwd(), "content/courses");

/** Every course of a folder, checked; throws one sentence that names the file and the fault. */
export function readCourses(folder = COURSES_FOLDER): CourseContent[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return folders
    .map((entry) => readCourse(join(folder, entry.name)))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function readCourse(folder: string): CourseContent {
  const about = join(folder, "course.yaml");
  const course = checked(courseFile, about, parseYaml(about, readContent(about)));
  if (course.slug !== basename(folder)) {
    fault(about, `slug is ${course.slug} but the folder is ${basename(folder)}`);
  }
  const names = readdirSync(join(folder, "lessons"))
    .filter((name) => name.endsWith(".md"))
    .sort();
  const lessons = names.map((name, index) => readLesson(join(folder, "lessons", name), index + 1));
  const file = join(folder, "questions.yaml");
  const questions = checked(questionsFile, file, parseYaml(file, readContent(file)));
  checkQuestions(file, questions, lessons.length, course.questions_per_attempt);
  if (course.refresher.lessons.some((position) => position > lessons.length)) {
    fault(about, "names a lesson in its refresher that does not exist");
  }
  return { ...course, lessons, questions, scenarios: readScenarios(folder, lessons.length) };
}

function readScenarios(folder: string, lessons: number): ScenarioContent[] {
  const file = join(folder, "scenarios.yaml");
  const scenarios = checked(scenariosFile, file, parseYaml(file, readContent(file)));
  checkScenarios(file, scenarios, lessons);
  return scenarios;
}

function readLesson(file: string, position: number): CourseContent["lessons"][number] {
  const name = /^(\d{2})-([a-z0-9-]+)\.md$/.exec(basename(file));
  if (!name?.[2] || Number(name[1]) !== position) {
    fault(file, `should be named ${String(position).padStart(2, "0")}-some-words.md`);
  }
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readContent(file));
  if (!parts?.[2])
    fault(file, "should begin with its title, minutes and sources between two lines of ---");
  const body = parts[2].trim();
  const wrong = lessonFault(body);
  if (wrong) fault(file, wrong);
  return { ...checked(lessonFile, file, parseYaml(file, parts[1] ?? "")), slug: name[2], body };
}

function checkQuestions(
  file: string,
  { practice, final }: CourseContent["questions"],
  lessons: number,
  perAttempt: number,
): void {
  const all = [
    ...practice.map((one) => ({ ...one, use: "practice" as const })),
    ...final.map((one) => ({ ...one, use: "final" as const })),
  ];
  const [first] = bankFaults(all, lessons, perAttempt);
  if (!first) return;
  const { question, lesson, what } = first;
  fault(file, question ? `${question} ${what}` : lesson ? `lesson ${lesson} ${what}` : what);
}
