import { formatDate, plural } from "@/lib/format";
import { standOf } from "@/lib/people/model";
import type { MeasureCounts } from "@/lib/people/standing-queries";
import type { LeadRow } from "./queries";

/** The aims a business itself can meet; Prepare is what its borough does. */
export const OWN_AIMS = ["prevent", "protect", "pursue"] as const;
export type OwnAim = (typeof OWN_AIMS)[number];

/** Essential items of a checklist: asked for, confirmed, and declared but not yet looked at. */
export interface ItemCounts {
  asked: number;
  kept: number;
  waiting: number;
}

export interface StandingFacts {
  enrolled: boolean;
  enrolledOn: string;
  headcount: number | null;
  opensLate: boolean | null;
  trained: MeasureCounts | undefined;
  reporting: MeasureCounts | undefined;
  cover: { covered: number; of: number };
  lead: Pick<LeadRow, "working" | "trainedUntil"> | null;
  items: Record<OwnAim, ItemCounts>;
  /** Measures and aims met this month. */
  met: readonly string[];
}

export interface StandingLine {
  measure: string;
  title: string;
  met: boolean;
  /** What is counted, out of what. */
  sentence: string;
  /** What the measure asks for. */
  asks: string;
  /** The page of the business where it is seen to; none for what is done once. */
  page: "staff" | "nights" | "lead" | "practices" | null;
}

type Line = Omit<StandingLine, "measure" | "met">;

/** Each aim's measures that apply to this business, met or not, and why. */
export function standingOf(facts: StandingFacts): Record<OwnAim, StandingLine[]> {
  const line = (measure: string, content: Line | null): StandingLine[] =>
    content ? [{ measure, met: facts.met.includes(measure), ...content }] : [];
  return {
    prevent: [
      ...line("enrolled", enrolled(facts)),
      ...line("trained", training(facts.trained, facts.headcount, true)),
      ...line("night_cover", facts.opensLate ? nights(facts) : null),
      ...line("materials", seen("Materials on display", facts.items.prevent)),
    ],
    protect: [
      ...line("safeguarding_lead", lead(facts)),
      ...line("practices", practices(facts.items.protect)),
    ],
    pursue: [
      ...line("reporting_route", training(facts.reporting, facts.headcount, false)),
      ...line("records", seen("Records", facts.items.pursue)),
    ],
  };
}

function enrolled({ enrolled, enrolledOn }: StandingFacts): Line {
  return {
    title: "Taking part",
    sentence: enrolled
      ? `Enrolled since ${formatDate(enrolledOn)}.`
      : "Not enrolled at the moment: nothing here is counted.",
    asks: "The business accepted its invitation, and is open.",
    page: null,
  };
}

function training(
  counts: MeasureCounts | undefined,
  headcount: number | null,
  managers: boolean,
): Line | null {
  if (!counts) return null;
  const led = managers ? { managers: counts.managers, held: counts.managersHeld } : undefined;
  const stand = standOf({ ...counts, headcount }, led);
  const of = `${counts.held} of ${plural(stand.whole, "person", "people")}`;
  return {
    title: managers ? "Staff trained" : "Staff ready to report",
    sentence:
      headcount === null
        ? "Not counted: how many people work here is not declared."
        : `${of}, ${stand.needed} needed. ${stand.sentence}`,
    asks: `${managers ? "Every manager, and at least" : "At least"} ${counts.share}% of the people who work here hold a current certificate of ${counts.courses.join(" and ")}.`,
    page: "staff",
  };
}

function nights({ cover }: StandingFacts): Line {
  return {
    title: "Night shifts covered",
    sentence:
      cover.of === 0
        ? "No night shift is declared yet."
        : `${cover.covered} of ${plural(cover.of, "night shift has", "night shifts have")} somebody trained.`,
    asks: "Somebody trained works every shift after 11pm.",
    page: "nights",
  };
}

function lead({ lead }: StandingFacts): Line {
  const trained = lead?.trainedUntil;
  return {
    title: "Safeguarding lead",
    sentence: !lead
      ? "Nobody is named yet."
      : !lead.working
        ? "The person who was named no longer works here."
        : trained
          ? `Named, and trained until ${formatDate(trained)}.`
          : "Named, and not trained yet.",
    asks: "A person who works here is named, and holds a current certificate.",
    page: "lead",
  };
}

const waitingText = (waiting: number) =>
  waiting > 0 ? ` ${waiting} more ${waiting === 1 ? "waits" : "wait"} for an officer.` : "";

function practices({ asked, kept, waiting }: ItemCounts): Line | null {
  if (asked === 0) return null;
  return {
    title: "Working practices",
    sentence: `${kept} of ${asked} essential practices confirmed.${waitingText(waiting)}`,
    asks: "An officer confirmed every essential practice in the last 12 months.",
    page: "practices",
  };
}

function seen(title: string, { asked, kept, waiting }: ItemCounts): Line | null {
  if (asked === 0) return null;
  return {
    title,
    sentence: `${kept} of ${plural(asked, "item", "items")} seen on a visit.${waitingText(waiting)}`,
    asks: `An officer saw ${asked === 1 ? "it" : "all of them"} on a visit in the last 12 months.`,
    page: "practices",
  };
}

interface Item {
  code: string;
  aim: OwnAim;
  level: string;
}
interface ItemState {
  itemCode: string;
  confirmedUntil: string | null;
  waiting: boolean;
}

/** Essential items by aim: how many are asked for, confirmed, and wait for an officer. */
export function itemCounts(
  items: readonly Item[],
  states: readonly ItemState[],
): Record<OwnAim, ItemCounts> {
  const stateOf = new Map(states.map((state) => [state.itemCode, state]));
  const count = (aim: OwnAim): ItemCounts => {
    const theirs = items.filter((item) => item.aim === aim && item.level === "essential");
    const kept = theirs.filter((item) => stateOf.get(item.code)?.confirmedUntil);
    const waiting = theirs.filter((item) => {
      const state = stateOf.get(item.code);
      return state?.waiting && state.confirmedUntil === null;
    });
    return { asked: theirs.length, kept: kept.length, waiting: waiting.length };
  };
  return { prevent: count("prevent"), protect: count("protect"), pursue: count("pursue") };
}
