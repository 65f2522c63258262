import type { CourseText, DraftLesson, DraftQuestion } from "@/lib/db/schema/drafts";

/** The list with `one` in the place of its namesake, or at the end. */
function put<T>(list: readonly T[], one: T, isSame: (each: T) => boolean): T[] {
  return list.some(isSame) ? list.map((each) => (isSame(each) ? one : each)) : [...list, one];
}

export function putLesson(text: CourseText, lesson: DraftLesson): CourseText {
  return { ...text, lessons: put(text.lessons, lesson, (each) => each.slug === lesson.slug) };
}

export function putQuestion(text: CourseText, question: DraftQuestion): CourseText {
  return { ...text, questions: put(text.questions, question, (each) => each.id === question.id) };
}

export function removeQuestion(text: CourseText, id: string): CourseText {
  return { ...text, questions: text.questions.filter((each) => each.id !== id) };
}

/**
 * Without the lesson and its practice question. Its final questions and scenarios go to the lesson
 * before it, the first lesson's to the one after. Null when it is the only one.
 */
export function removeLesson(text: CourseText, slug: string): CourseText | null {
  const index = text.lessons.findIndex((each) => each.slug === slug);
  const heir = (text.lessons[index - 1] ?? text.lessons[index + 1])?.slug;
  if (index < 0 || heir === undefined) return null;
  const move = <T extends { lesson: string }>(one: T): T =>
    one.lesson === slug ? { ...one, lesson: heir } : one;
  return {
    ...text,
    lessons: text.lessons.filter((each) => each.slug !== slug),
    refresherLessons: text.refresherLessons.filter((each) => each !== slug),
    questions: text.questions
      .filter((each) => each.use === "final" || each.lesson !== slug)
      .map(move),
    scenarios: text.scenarios.map(move),
  };
}
