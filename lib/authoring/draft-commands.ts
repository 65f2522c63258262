import "server-only";
import { eq } from "drizzle-orm";
import { type CourseText, courseDrafts } from "@/lib/db/schema/drafts";
import { NotFound, RuleBroken } from "@/lib/errors";
import { defineLibraryCommand, type LibraryContext } from "@/lib/library-command";
import { expectSeen, findDraft, findNewest, lockDraft, saveDraft } from "./draft-row";
import { putLesson, putQuestion, removeLesson, removeQuestion } from "./edits";
import { markOf } from "./mark";
import { aboutCourse } from "./parts";
import { readOptions, readSources } from "./read-form";
import {
  discardDraftInput,
  editCourseInput,
  editLessonInput,
  editQuestionInput,
  removeLessonInput,
  removeQuestionInput,
  startDraftInput,
} from "./schema";
import { readVersionText } from "./version-text";

/** Opens a draft with the words of the newest version, or goes on with the one that is open. */
export const startDraft = defineLibraryCommand({
  name: "library.start_draft",
  input: startDraftInput,
  async run(ctx, { courseSlug }) {
    const newest = await findNewest(ctx, courseSlug);
    if (!newest) throw new NotFound();
    const { userId } = ctx.viewer;
    const begun = await ctx.tx
      .insert(courseDrafts)
      .values({
        courseSlug,
        basedOn: newest.id,
        text: await readVersionText(ctx.tx, newest.id),
        startedBy: userId,
        changedBy: userId,
      })
      .onConflictDoNothing()
      .returning({ courseSlug: courseDrafts.courseSlug });
    const event = { courseSlug, details: { basedOn: newest.number } };
    return { value: {}, event: begun.length > 0 ? event : null };
  },
});

/** Throws the draft away as its author saw it. Done already: the same answer. Throws Conflict. */
export const discardDraft = defineLibraryCommand({
  name: "library.discard_draft",
  input: discardDraftInput,
  async run(ctx, { courseSlug, seen }) {
    if (!(await findNewest(ctx, courseSlug))) throw new NotFound();
    const draft = await findDraft(ctx, courseSlug);
    if (!draft) return { value: {}, event: null };
    expectSeen(draft.text, seen);
    await ctx.tx.delete(courseDrafts).where(eq(courseDrafts.courseSlug, courseSlug));
    return { value: {}, event: { courseSlug } };
  },
});

/** Changes the course's own words: title, summary, outcomes, the shorter path. Throws Conflict. */
export const editCourse = defineLibraryCommand({
  name: "library.edit_draft",
  input: editCourseInput,
  async run(ctx, { courseSlug, seen, outcomes, refresherLessons, ...words }) {
    const { text } = await lockDraft(ctx, courseSlug);
    const next: CourseText = {
      ...text,
      ...words,
      outcomes: outcomes.split("\n").flatMap((each) => each.trim() || []),
      refresherLessons: text.lessons.flatMap(({ slug }) =>
        refresherLessons.includes(slug) ? slug : [],
      ),
    };
    const saved = await change(ctx, courseSlug, next, {
      seen,
      now: aboutCourse(text),
      then: aboutCourse(next),
    });
    return { value: {}, event: saved ? { courseSlug, details: { part: "course" } } : null };
  },
});

/** Writes a lesson, a new one after the others. Throws Conflict, RuleBroken. */
export const editLesson = defineLibraryCommand({
  name: "library.edit_draft",
  input: editLessonInput,
  async run(ctx, input) {
    const { courseSlug, lesson: slug, seen, title, minutes, body } = input;
    const { text } = await lockDraft(ctx, courseSlug);
    const lesson = { slug, title, minutes, body, sources: readSources(input) };
    const saved = await change(ctx, courseSlug, putLesson(text, lesson), {
      seen,
      now: text.lessons.find((each) => each.slug === slug),
      then: lesson,
    });
    return {
      value: { lesson: slug },
      event: saved ? { courseSlug, details: { lesson: slug } } : null,
    };
  },
});

/** Takes a lesson out; what was asked about it belongs to its neighbour then. Throws RuleBroken for the last one. */
export const dropLesson = defineLibraryCommand({
  name: "library.edit_draft",
  input: removeLessonInput,
  async run(ctx, { courseSlug, lesson: slug, seen }) {
    const { text } = await lockDraft(ctx, courseSlug);
    const now = text.lessons.find((each) => each.slug === slug);
    const next = now ? removeLesson(text, slug) : text;
    if (!next) throw new RuleBroken("form", "A course keeps at least one lesson.");
    const saved = await change(ctx, courseSlug, next, { seen, now, then: undefined });
    return { value: {}, event: saved ? { courseSlug, details: { removedLesson: slug } } : null };
  },
});

/** Writes a question, a new one after the others. Throws Conflict, RuleBroken. */
export const editQuestion = defineLibraryCommand({
  name: "library.edit_draft",
  input: editQuestionInput,
  async run(ctx, input) {
    const { courseSlug, question: id, seen, use, lesson, prompt } = input;
    const { text } = await lockDraft(ctx, courseSlug);
    if (!text.lessons.some((each) => each.slug === lesson)) {
      throw new RuleBroken("lesson", "Choose a lesson");
    }
    const question = { id, use, lesson, prompt, ...readOptions(input) };
    const saved = await change(ctx, courseSlug, putQuestion(text, question), {
      seen,
      now: text.questions.find((each) => each.id === id),
      then: question,
    });
    return {
      value: { question: id },
      event: saved ? { courseSlug, details: { question: id } } : null,
    };
  },
});

export const dropQuestion = defineLibraryCommand({
  name: "library.edit_draft",
  input: removeQuestionInput,
  async run(ctx, { courseSlug, question: id, seen }) {
    const { text } = await lockDraft(ctx, courseSlug);
    const now = text.questions.find((each) => each.id === id);
    const saved = await change(ctx, courseSlug, removeQuestion(text, id), {
      seen,
      now,
      then: undefined,
    });
    return { value: {}, event: saved ? { courseSlug, details: { removedQuestion: id } } : null };
  },
});

/** Saves a change of one part, unless somebody else was first; the same change sent twice is one. Answers whether it was saved. */
async function change(
  ctx: LibraryContext,
  courseSlug: string,
  next: CourseText,
  { seen, now, then }: { seen: string; now: unknown; then: unknown },
): Promise<boolean> {
  if (markOf(now) === markOf(then)) return false;
  expectSeen(now, seen);
  await saveDraft(ctx, courseSlug, next);
  return true;
}
