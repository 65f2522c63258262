import { addDays, daysBetween, type IsoDate, londonDate, londonMoment } from "@/lib/dates";
import { formatDate, plural } from "@/lib/format";

/** A course is in the weekly e-mail this many days before it is due. */
export const DUE_DAYS = 14;
/** What lapses is in it this many days before. */
export const LAPSE_DAYS = 60;

const A_MONDAY = "2026-01-05";

/** The hour in London at which they go. */
export const DIGEST_HOUR = 10;

/** The Monday of the week a day lies in. */
export function weekOf(day: IsoDate): IsoDate {
  const since = daysBetween(A_MONDAY, day) % 7;
  return addDays(day, since < 0 ? -since - 7 : -since);
}

/** The day of the next weekly e-mails: Monday, or at the next ten o'clock when this week's were missed. */
export function nextDigestOn(now: Date, ranThisWeek: boolean): IsoDate {
  const today = londonDate(now);
  if (ranThisWeek) return addDays(weekOf(today), 7);
  return now < londonMoment(today, DIGEST_HOUR) ? today : addDays(today, 1);
}

/** What a line is about, the most pressing first: a subject names the first two. */
const KINDS = {
  overdue: (n) => `${plural(n, "course", "courses")} overdue`,
  to_take: (n) => `${plural(n, "course", "courses")} for you to take`,
  lapsing: (n) => `${plural(n, "certificate", "certificates")} lapsing`,
  changed: (n) => `${plural(n, "changed course", "changed courses")} to read`,
  due: (n) => `${plural(n, "course", "courses")} due soon`,
  waiting: (n) => `${plural(n, "person", "people")} to confirm`,
  practices: (n) => `${plural(n, "practice", "practices")} lapsing`,
  see_to: (n) => `${plural(n, "thing", "things")} to see to`,
} as const satisfies Record<string, (n: number) => string>;
type Kind = keyof typeof KINDS;

export interface DigestLine {
  kind: Kind;
  count: number;
  text: string;
}

/** One business, the licensing team's week, or one's own training. */
export interface DigestSection {
  title: string;
  lines: DigestLine[];
  link: { label: string; path: string };
}

/** What waits at a business, counted: nobody is named. */
export interface BusinessFacts {
  businessId: string;
  name: string;
  overdue: number;
  due: number;
  firstDueOn: IsoDate | null;
  /** People with one of these courses still to take. */
  people: number;
  lapsing: number;
  firstLapseOn: IsoDate | null;
  waiting: number;
  practices: number;
  firstPracticeOn: IsoDate | null;
  /** Courses that changed in a way their holders must know, and how many of those have not read how. */
  changed: number;
  readers: number;
}

const withFirst = (day: IsoDate | null) => (day ? `, the first on ${formatDate(day)}` : "");

/** What a manager is told about a business; null when there is nothing to say. */
export function businessSection(facts: BusinessFacts): DigestSection | null {
  const { overdue, due, people, lapsing, waiting, practices, changed, readers } = facts;
  const still =
    people > 0 ? ` ${plural(people, "person has", "people have")} still to finish.` : "";
  const lines: DigestLine[] = [
    {
      kind: "overdue",
      count: overdue,
      text: `${plural(overdue, "course is", "courses are")} past the due date.${still}`,
    },
    {
      kind: "due",
      count: due,
      text: `${plural(due, "course is", "courses are")} due within ${DUE_DAYS} days${withFirst(facts.firstDueOn)}.${overdue > 0 ? "" : still}`,
    },
    {
      kind: "lapsing",
      count: lapsing,
      text: `${plural(lapsing, "certificate of your staff lapses", "certificates of your staff lapse")} within ${LAPSE_DAYS} days${withFirst(facts.firstLapseOn)}. They can be renewed now.`,
    },
    {
      kind: "waiting",
      count: waiting,
      text: `${plural(waiting, "person waits", "people wait")} for you to confirm that they work there.`,
    },
    {
      kind: "practices",
      count: practices,
      text: `${plural(practices, "practice lapses", "practices lapse")} within ${LAPSE_DAYS} days${withFirst(facts.firstPracticeOn)}. Declare again what is still in place.`,
    },
    {
      kind: "changed",
      count: changed,
      text: `${plural(changed, "course has", "courses have")} changed, and ${plural(readers, "person who holds its certificate has", "people who hold a certificate have")} still to read how. It takes about three minutes.`,
    },
  ];
  const said = lines.filter((line) => line.count > 0);
  if (said.length === 0) return null;
  return {
    title: facts.name,
    lines: said,
    link: { label: `Open ${facts.name}`, path: `/business/${facts.businessId}` },
  };
}

/** What there is of one kind in the licensing team's week. */
export interface WeekCount {
  label: string;
  own: number;
  /** What nobody has taken. */
  nobodys: number;
}

/** What an officer is told of the week; null when there is nothing to see to. */
export function officerSection(
  boroughCode: string,
  boroughName: string,
  counts: readonly WeekCount[],
): DigestSection | null {
  const lines = counts
    .filter(({ own, nobodys }) => own + nobodys > 0)
    .map(({ label, own, nobodys }): DigestLine => {
      const parts = [own > 0 ? `${own} yours` : "", nobodys > 0 ? `${nobodys} nobody’s yet` : ""];
      return {
        kind: "see_to",
        count: own + nobodys,
        text: `${label}: ${parts.filter(Boolean).join(", ")}`,
      };
    });
  if (lines.length === 0) return null;
  return {
    title: `The licensing team’s week in ${boroughName}`,
    lines,
    link: { label: "Open the week", path: `/${boroughCode}/week` },
  };
}

export interface LearnerFacts {
  businessId: string;
  business: string;
  /** Courses asked of them that they do not hold, with the day they are asked by. */
  toTake: { title: string; dueOn: IsoDate }[];
  /** Their certificates that lapse soon. */
  lapsing: { title: string; expiresOn: IsoDate }[];
  /** Titles of courses they hold that have changed, where they have not read how. */
  changed: string[];
}

/** What somebody is told of their own training; null when there is nothing to do. */
export function learnerSection(facts: LearnerFacts, today: IsoDate): DigestSection | null {
  const lines = [
    ...facts.toTake.map(({ title, dueOn }): DigestLine => {
      const when = dueOn < today ? "it was asked for by" : "please finish it by";
      return { kind: "to_take", count: 1, text: `“${title}”: ${when} ${formatDate(dueOn)}.` };
    }),
    ...facts.lapsing.map(
      ({ title, expiresOn }): DigestLine => ({
        kind: "lapsing",
        count: 1,
        text: `Your certificate of “${title}” lapses on ${formatDate(expiresOn)}. You can renew it now.`,
      }),
    ),
    ...facts.changed.map(
      (title): DigestLine => ({
        kind: "changed",
        count: 1,
        text: `“${title}” has changed since you passed it. Please read how: it takes about three minutes.`,
      }),
    ),
  ];
  if (lines.length === 0) return null;
  return {
    title: `Your own training at ${facts.business}`,
    lines,
    link: { label: "Open your training", path: `/learn/${facts.businessId}` },
  };
}

/** "Operation Make Safe in Westminster: 2 courses overdue, 1 certificate lapsing". */
export function digestSubject(boroughName: string, sections: readonly DigestSection[]): string {
  const lines = sections.flatMap((section) => section.lines);
  const said = (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const count = lines.reduce((sum, line) => sum + (line.kind === kind ? line.count : 0), 0);
    return count > 0 ? [KINDS[kind](count)] : [];
  });
  return `Operation Make Safe in ${boroughName}: ${said.slice(0, 2).join(", ")}`;
}
