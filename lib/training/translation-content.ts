import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod";
import { checked, day, fault, parseYaml, readContent, slug, text } from "@/lib/content-files";
import { isLanguage, type Language } from "./languages";

const about = z
  .strictObject({
    title: text,
    summary: text,
    content_note: text,
    /** The organisation, never a person's name. */
    reviewed_by: text.optional(),
    reviewed_on: day.optional(),
  })
  .refine((file) => (file.reviewed_by === undefined) === (file.reviewed_on === undefined), {
    message: "reviewed_by and reviewed_on belong together",
  });
const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{12}$/, "must be the 12 letters and digits of the English it was made from");
const lesson = z.strictObject({ title: text, of: fingerprint });
const question = z.strictObject({
  id: slug,
  of: fingerprint,
  prompt: text,
  options: z.array(z.strictObject({ text, feedback: text })).min(3),
});

export type TranslationContent = z.infer<typeof about> & {
  language: Language;
  lessons: (z.infer<typeof lesson> & { position: number; body: string })[];
  questions: z.infer<typeof question>[];
};

const hash = (parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);

/** Names the English words a lesson was put into another language from, wherever its lines break. */
export const lessonFingerprint = (said: { title: string; body: string }): string =>
  hash([said.title, said.body.replace(/\s+/g, " ")]);

/** The same for a question. */
export const questionFingerprint = (said: {
  prompt: string;
  options: readonly { text: string; feedback: string }[];
}): string =>
  hash([said.prompt, ...said.options.flatMap((option) => [option.text, option.feedback])]);

/** The translations beside a course, checked; throws one sentence that names the file and the fault. */
export function readTranslations(courseFolder: string): TranslationContent[] {
  const folder = join(courseFolder, "translations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => readTranslation(join(folder, name)));
}

function readTranslation(folder: string): TranslationContent {
  const language = basename(folder);
  if (!isLanguage(language)) return fault(folder, "is not a language the portal knows");
  const file = join(folder, "translation.yaml");
  const lessons = join(folder, "lessons");
  const bank = join(folder, "questions.yaml");
  return {
    ...checked(about, file, parseYaml(file, readContent(file))),
    language,
    lessons: existsSync(lessons)
      ? readdirSync(lessons)
          .sort()
          .map((name) => readLesson(join(lessons, name)))
      : [],
    questions: existsSync(bank)
      ? checked(z.array(question), bank, parseYaml(bank, readContent(bank)))
      : [],
  };
}

function readLesson(file: string): TranslationContent["lessons"][number] {
  const position = Number(/^(\d{2})-[a-z0-9-]+\.md$/.exec(basename(file))?.[1]);
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readContent(file));
  if (!position || !parts?.[2]) {
    return fault(file, "should be named like the English lesson, and begin with its title and of");
  }
  const body = parts[2].trim();
  if (/<[a-z!/]/i.test(body)) fault(file, "holds HTML; write plain Markdown");
  return { ...checked(lesson, file, parseYaml(file, parts[1] ?? "")), position, body };
}
