import * as z from "zod/mini";
import { OPTIONS } from "@/lib/training/course-rules";

const line = (missing: string, most = 200) =>
  z.string().check(
    // What a browser sends breaks its lines as a letter does.
    z.overwrite((typed) => typed.replaceAll("\r\n", "\n").trim()),
    z.minLength(1, missing),
    z.maxLength(most, `Use ${most} characters at most`),
  );
const minutes = z.pipe(
  z.string().check(z.trim(), z.regex(/^[1-9]\d?$/, "Type the minutes as a whole number, like 3")),
  z.transform(Number),
);
const name = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/, "This is not something we know"));
/** What its author saw when they opened the form; see lib/authoring/mark.ts. */
const seen = z.string().check(z.regex(/^[0-9a-f]{20}$/, "Open this page again"));
const lines = z.array(z.string().check(z.maxLength(1000, "Use 1000 characters at most for each")));

export const startDraftInput = z.object({ courseSlug: name });
export const discardDraftInput = z.object({ courseSlug: name, seen });

export const editCourseInput = z.object({
  courseSlug: name,
  seen,
  title: line("Type the title", 80),
  summary: line("Type the summary", 300),
  writtenFor: line("Type whom it is written for", 300),
  contentNote: line("Type the content note", 600),
  minutes,
  outcomes: line("Type what people will be able to do, a line each", 2000),
  /** Names of the lessons on the shorter path. */
  refresherLessons: z._default(lines, []),
});

export const editLessonInput = z.object({
  courseSlug: name,
  lesson: name,
  seen,
  title: line("Type the title", 80),
  minutes,
  body: line("Type the text of the lesson", 6000),
  /** The statements and where they come from: five lists of the same length. */
  statement: lines,
  source: lines,
  url: lines,
  owner: lines,
  reviewOn: lines,
});
export const removeLessonInput = z.object({ courseSlug: name, lesson: name, seen });

export const editQuestionInput = z.object({
  courseSlug: name,
  question: name,
  seen,
  use: z.enum(["practice", "final"], "Choose where it is asked"),
  lesson: z.string().check(z.regex(/^[a-z0-9-]{1,80}$/, "Choose a lesson")),
  prompt: line("Type the question", 400),
  /** The answers and what is said to each: two lists of the same length; `right` names places from 0. */
  option: lines.check(z.maxLength(OPTIONS.most)),
  feedback: lines.check(z.maxLength(OPTIONS.most)),
  right: z._default(lines, []),
});
export const removeQuestionInput = z.object({ courseSlug: name, question: name, seen });

export const publishDraftInput = z
  .object({
    courseSlug: name,
    seen,
    /** Number of the newest version its author saw. */
    newest: z.string().check(z.regex(/^\d{1,6}$/, "Open this page again")),
    material: z.enum(["yes", "no"], "Choose whether people must be told"),
    whatChanged: line("Type what has changed", 3000),
    firstQuestion: z.string(),
    secondQuestion: z.string(),
  })
  .check(
    z.refine(({ material, firstQuestion }) => material === "no" || firstQuestion !== "", {
      path: ["firstQuestion"],
      error: "Choose the first question",
    }),
    z.refine(
      ({ material, firstQuestion, secondQuestion }) =>
        material === "no" || (secondQuestion !== "" && secondQuestion !== firstQuestion),
      { path: ["secondQuestion"], error: "Choose another question as the second" },
    ),
  );
