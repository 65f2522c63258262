import { addDays, type IsoDate } from "@/lib/dates";

/** A certificate may be renewed this many days before it lapses. */
export const RENEWAL_DAYS = 60;

/** What learning pages say when an order is refused; the key is RuleBroken's field and `?error=`. */
export const PROBLEMS = {
  chosen: "Choose an answer",
  lessons: "Open every lesson first. Your place is kept.",
  again: "Have another look at the answer below, then send both again.",
  answers: "Answer every question first, then see your result.",
  course: "You are not asked to take this course at the moment. Ask your manager about it.",
  held: "You hold a current certificate of this course. You can renew it in its last 60 days.",
  closed: "This business has closed, so no training can start here.",
  attempt: "This set of questions is finished. Open the questions again to see where you are.",
  session: "This session is not on now. Ask who leads it, or learn on your phone instead.",
  language: "Choose a language from the list.",
  refresher: "The shorter path is for somebody who has held a certificate of this course.",
  form: "We could not save this just now. Your place is kept: try again in a minute.",
} as const;
export type Problem = keyof typeof PROBLEMS;

/** The sentence for an `?error=` in an address; undefined for anything we did not write ourselves. */
export function problemText(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(PROBLEMS, code)
    ? PROBLEMS[code as Problem]
    : undefined;
}

/** Is this many right out of so many at least the share asked (per cent)? None of none never passes. */
export function passed(correct: number, of: number, passShare: number): boolean {
  return of > 0 && correct * 100 >= of * passShare;
}

/** How many right answers a pass needs. */
export function neededToPass(of: number, passShare: number): number {
  return Math.ceil((of * passShare) / 100);
}

/** `count` ids in random order, none twice. `random` gives a whole number from 0 up to, not with, its limit. */
export function drawQuestions(
  ids: readonly string[],
  count: number,
  random: (limit: number) => number,
): string[] {
  const rest = [...ids];
  const drawn: string[] = [];
  while (drawn.length < count && rest.length > 0) {
    drawn.push(...rest.splice(random(rest.length), 1));
  }
  return drawn;
}

/**
 * The order in which an attempt shows the `count` options of a question: another for each seed, the
 * same whenever it is opened again. What is kept of an answer stays the options' own numbers.
 */
export function optionOrder(seed: string, count: number): number[] {
  const ids = Array.from({ length: count }, (_, index) => String(index));
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  const random = (limit: number) => {
    // The finaliser of MurmurHash3: neighbouring seeds give orders that have nothing in common.
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % limit;
  };
  return drawQuestions(ids, count, random).map(Number);
}

/** Is this exactly the set of right options? Order and repeats do not matter. */
export function isCorrect(
  options: readonly { correct: boolean }[],
  chosen: readonly number[],
): boolean {
  return options.every((option, index) => option.correct === chosen.includes(index));
}

/** The chosen options as a question keeps them; null when they are not an answer to it. */
export function readChoice(
  question: { kind: "one" | "several"; options: readonly unknown[] },
  chosen: readonly number[],
): number[] | null {
  const distinct = [...new Set(chosen)].sort((a, b) => a - b);
  if (distinct.length === 0 || (question.kind === "one" && distinct.length > 1)) return null;
  const known = (index: number) =>
    Number.isInteger(index) && index >= 0 && index < question.options.length;
  return distinct.every(known) ? distinct : null;
}

/** Where a lesson of the version lies on the reader's path, from 1; null when it is not on it. */
export function placeOnPath(path: readonly number[] | null, position: number): number | null {
  if (path === null) return position;
  const index = path.indexOf(position);
  return index < 0 ? null : index + 1;
}

/** The lesson of the version at a place of the reader's path, from 1; null past its end. */
export function lessonAt(path: readonly number[] | null, place: number): number | null {
  return path === null ? place : (path[place - 1] ?? null);
}

export interface HeldCertificate {
  id: string;
  issuedOn: IsoDate;
  expiresOn: IsoDate;
  revokedOn: IsoDate | null;
  /** Training elsewhere that the borough accepted. */
  fromElsewhere?: boolean;
}

export interface OpenRecord {
  id: string;
  reachedLesson: number;
  /** Lessons of the version this record began with. */
  lessons: number;
}

export type CourseState =
  | { kind: "not_started" }
  | { kind: "reading"; recordId: string; lesson: number; of: number }
  | { kind: "questions"; recordId: string }
  // There is no certificate to open where training elsewhere was accepted.
  | { kind: "passed"; certificateId: string | null; until: IsoDate; mayRenew: boolean }
  | { kind: "lapsed"; certificateId: string | null; on: IsoDate };

/** Where a learner stands with a course: what is under way first, else the newest certificate. */
export function courseState(
  today: IsoDate,
  record: OpenRecord | undefined,
  certificate: HeldCertificate | undefined,
): CourseState {
  if (record) {
    const lesson = Math.min(Math.max(record.reachedLesson, 1), record.lessons);
    return lesson < record.lessons
      ? { kind: "reading", recordId: record.id, lesson, of: record.lessons }
      : { kind: "questions", recordId: record.id };
  }
  if (!certificate || certificate.revokedOn) return { kind: "not_started" };
  const { expiresOn } = certificate;
  const certificateId = certificate.fromElsewhere ? null : certificate.id;
  return expiresOn < today
    ? { kind: "lapsed", certificateId, on: expiresOn }
    : { kind: "passed", certificateId, until: expiresOn, mayRenew: mayStart(today, certificate) };
}

/** May a new record begin: nothing held, or it lapses within the renewal days. */
export function mayStart(today: IsoDate, certificate: HeldCertificate | undefined): boolean {
  if (!certificate || certificate.revokedOn) return true;
  return certificate.expiresOn <= addDays(today, RENEWAL_DAYS);
}

/** Until when a newer certificate of the same course counts; null without one. Of one person's own. */
export function newerUntil(
  held: readonly (Omit<HeldCertificate, "id"> & { courseSlug: string })[],
  one: { courseSlug: string; issuedOn: IsoDate },
): IsoDate | null {
  const newer = held.filter(
    (each) => each.courseSlug === one.courseSlug && each.issuedOn > one.issuedOn && !each.revokedOn,
  );
  return newer.reduce<IsoDate | null>(
    (last, { expiresOn }) => (last !== null && last > expiresOn ? last : expiresOn),
    null,
  );
}

export type CertificateState = "valid" | "lapsed" | "revoked" | "superseded";

/** What a certificate is worth today; a newer one of the same person and course takes its place. */
export function certificateState(
  today: IsoDate,
  facts: { expiresOn: IsoDate; revokedOn: IsoDate | null; newerUntil?: IsoDate | null },
): CertificateState {
  if (facts.revokedOn) return "revoked";
  if (facts.newerUntil && facts.newerUntil >= today) return "superseded";
  return facts.expiresOn < today ? "lapsed" : "valid";
}
