import type { CourseText } from "@/lib/db/schema/drafts";
import {
  BANK_LEAST,
  bankFaults,
  countLongestRight,
  forbiddenWords,
  LESSONS,
  LONGEST_RIGHT_MOST,
  lessonFault,
} from "@/lib/training/course-rules";
import { aboutCourse } from "./parts";

/** What keeps a draft from being published, in a sentence, with the part to mend. */
export interface DraftFault {
  /** A lesson's name, a question's id; neither is the course as a whole. */
  lesson?: string;
  question?: string;
  says: string;
}

const REFRESHER_QUESTIONS_LEAST = 5;

/** Everything that keeps a draft of the course from being published: the rules of the shipped courses. */
export function draftFaults(courseSlug: string, text: CourseText): DraftFault[] {
  return [
    ...courseFaults(courseSlug, text),
    ...lessonFaults(courseSlug, text),
    ...questionFaults(courseSlug, text),
  ];
}

function courseFaults(courseSlug: string, text: CourseText): DraftFault[] {
  const says: string[] = [];
  const count = text.lessons.length;
  if (count < LESSONS.least || count > LESSONS.most) {
    says.push(`The course has ${count} lessons; a course has ${LESSONS.least} to ${LESSONS.most}.`);
  }
  const final = text.questions.filter((one) => one.use === "final").length;
  if (final < BANK_LEAST) {
    says.push(
      `The course has ${final} final questions; an attempt draws from at least ${BANK_LEAST}.`,
    );
  }
  const { longest, of } = countLongestRight(text.questions);
  if (longest * 100 > of * LONGEST_RIGHT_MOST) {
    says.push(
      `The right answer is the longest in ${longest} of ${of} questions, which gives it away: in at most ${LONGEST_RIGHT_MOST} of 100, please.`,
    );
  }
  const refresher = text.refresherLessons.length;
  if (refresher > 0 && (text.refresherQuestions ?? 0) < REFRESHER_QUESTIONS_LEAST) {
    says.push(`The shorter path asks at least ${REFRESHER_QUESTIONS_LEAST} questions.`);
  }
  const said = forbiddenWords(courseSlug, JSON.stringify(aboutCourse(text)));
  if (said) says.push(`What the course says of itself holds “${said}”, which it may not say.`);
  return says.map((one) => ({ says: one }));
}

function lessonFaults(courseSlug: string, { lessons, questions }: CourseText): DraftFault[] {
  return lessons.flatMap(({ slug, title, body, sources }) => {
    const name = `“${title}”`;
    const wrong = lessonFault(body);
    const said = forbiddenWords(courseSlug, `${title}\n${body}`);
    const asked = questions.some((one) => one.use === "final" && one.lesson === slug);
    return [
      wrong ? `${name} ${wrong}.` : null,
      said ? `${name} says “${said}”, which a course may not say.` : null,
      sources.length === 0 ? `${name} needs a source for what it states.` : null,
      asked ? null : `${name} is not asked about by any final question.`,
    ].flatMap((says) => (says ? [{ lesson: slug, says }] : []));
  });
}

function questionFaults(courseSlug: string, text: CourseText): DraftFault[] {
  const places = new Map(text.lessons.map((lesson, index) => [lesson.slug, index + 1]));
  const placed = text.questions.map((one) => ({ ...one, lesson: places.get(one.lesson) ?? 0 }));
  const rules = bankFaults(placed, text.lessons.length, text.questionsPerAttempt);
  const named = rules.flatMap(({ question, lesson, what }): DraftFault[] => {
    const asked = text.questions.find((one) => one.id === question);
    const read = lesson === undefined ? undefined : text.lessons[lesson - 1];
    if (asked) return [{ question: asked.id, says: `“${asked.prompt}” ${what}.` }];
    return read
      ? [{ lesson: read.slug, says: `“${read.title}” ${what}.` }]
      : [{ says: `The course ${what}.` }];
  });
  const said = text.questions.flatMap((one): DraftFault[] => {
    const words = forbiddenWords(courseSlug, JSON.stringify([one.prompt, one.options]));
    return words
      ? [{ question: one.id, says: `“${one.prompt}” says “${words}”, which a course may not say.` }]
      : [];
  });
  return [...named, ...said];
}
