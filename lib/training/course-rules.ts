/** What holds for every course, whether it comes from files or from the editor; safe in the browser. */
export const LESSON_WORDS = { least: 150, most: 350 };
export const LESSONS = { least: 4, most: 8 };
export const BANK_LEAST = 20;
export const OPTIONS = { least: 3, most: 8 };

/** The course in which section 116 notices are taught: they are served on hotels alone. */
const SECTION_116_TAUGHT_IN = "at-the-desk";

/** Words a learner reads: special lines and marks do not count. */
export function countWords(body: string): number {
  return body
    .replace(/^\{\{[a-z-]+\}\}$/gm, "")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What keeps a lesson's text from being read, to follow its name; null when nothing does. */
export function lessonFault(body: string): string | null {
  if (/<[a-z!/]/i.test(body)) return "holds HTML; write plain Markdown";
  if (/^# /m.test(body)) return "holds a heading above its own title; begin headings with ##";
  if (/!\[/.test(body)) return "holds a picture; a lesson is words alone";
  const words = countWords(body);
  const { least, most } = LESSON_WORDS;
  return words < least || words > most
    ? `has ${words} words; a lesson has ${least} to ${most}`
    : null;
}

export interface RuledQuestion {
  id: string;
  use: "practice" | "final";
  kind: "one" | "several";
  /** The place of its lesson, from 1. */
  lesson: number;
  options: readonly { text: string; correct: boolean; feedback: string }[];
}

/** `question` is the id of the one at fault, `lesson` the place of the lesson; neither: all of them together. */
export interface BankFault {
  question?: string;
  lesson?: number;
  what: string;
}

/** What is wrong with the questions of a course of so many lessons, of which an attempt draws so many. */
export function bankFaults(
  questions: readonly RuledQuestion[],
  lessons: number,
  perAttempt: number,
): BankFault[] {
  const faults: BankFault[] = [];
  const seen = new Set<string>();
  for (const one of questions) {
    if (seen.has(one.id)) faults.push({ what: `uses the id ${one.id} twice` });
    seen.add(one.id);
    const what = questionFault(one, lessons);
    if (what) faults.push({ question: one.id, what });
  }
  for (let lesson = 1; lesson <= lessons; lesson += 1) {
    const practice = questions.filter((one) => one.use === "practice" && one.lesson === lesson);
    if (practice.length !== 1) faults.push({ lesson, what: "needs one practice question" });
  }
  const final = questions.filter((one) => one.use === "final").length;
  if (final < perAttempt) {
    faults.push({ what: `has ${final} final questions; an attempt draws ${perAttempt}` });
  }
  return faults;
}

function questionFault(one: RuledQuestion, lessons: number): string | null {
  if (one.lesson > lessons) return `belongs to lesson ${one.lesson}, which does not exist`;
  const right = one.options.filter((option) => option.correct).length;
  if (one.kind === "one" && right !== 1) return "needs exactly one correct option";
  if (one.kind === "several" && right < 2) return "needs at least two correct options";
  return optionsFault(one);
}

/** A final answer may be so many times as short as the longest: one much shorter is seen to be wrong. */
const SHORTEST_TIMES = 4;

function optionsFault({ use, options }: RuledQuestion): string | null {
  const differ = (texts: string[]) => new Set(texts).size === texts.length;
  if (!differ(options.map(({ text }) => text.trim()))) return "has the same answer twice";
  if (!differ(options.map(({ feedback }) => feedback.trim())))
    return "says the same to two answers; each has feedback of its own";
  const lengths = options.map(({ text }) => text.length);
  if (use === "final" && Math.min(...lengths) * SHORTEST_TIMES <= Math.max(...lengths))
    return "has an answer far shorter than another, which gives it away";
  return null;
}

/**
 * What no course may say, as the words that say it; null when the text is clean. Briefing hotels is not a
 * legal duty, no share of cases is known, and a child is never to blame (product.md, "Facts").
 */
export function forbiddenWords(courseSlug: string, text: string): string | null {
  const never =
    /legally required|70 ?%|70 per cent|child prostitut\w*|promiscuous|lifestyle choice|overly made up|made-up face/i;
  const notices = /section 11[678]|sections 116|served? (you )?(with )?a notice/i;
  const found =
    never.exec(text) ?? (courseSlug === SECTION_116_TAUGHT_IN ? null : notices.exec(text));
  return found?.[0] ?? null;
}

/** The share of questions, in 100, in which the right answer may be longer than every other. */
export const LONGEST_RIGHT_MOST = 40;

/** In how many questions of one answer it is the longest option, which gives it away; and of how many. */
export function countLongestRight(
  questions: readonly {
    use: "practice" | "final";
    kind: "one" | "several";
    options: readonly { text: string; correct: boolean }[];
  }[],
): { longest: number; of: number } {
  const ones = questions.filter(({ use, kind }) => use === "final" && kind === "one");
  const longest = ones.filter(({ options }) => {
    const right = options.find((option) => option.correct)?.text.length ?? 0;
    return options.every((option) => option.correct || option.text.length < right);
  });
  return { longest: longest.length, of: ones.length };
}
