import type { CourseText } from "@/lib/db/schema/drafts";

/** The part of a text that is edited as "About the course". */
export function aboutCourse(text: CourseText) {
  const { title, summary, writtenFor, contentNote, minutes, outcomes, refresherLessons } = text;
  return { title, summary, writtenFor, contentNote, minutes, outcomes, refresherLessons };
}
