import { addDays, type IsoDate } from "@/lib/dates";

/** What a measure of training is counted from, at one business. */
export interface TrainedCounts {
  /** Declared by the business; null until then. */
  headcount: number | null;
  /** Confirmed people on the list. */
  listed: number;
  /** Of them, how many hold a current certificate. */
  held: number;
  /** The share asked for, in percent. */
  share: number;
}

export interface ManagerCounts {
  managers: number;
  held: number;
}

export interface Stand {
  met: boolean;
  /** How many people count: the headcount, never fewer than are listed. */
  whole: number;
  needed: number;
  /** Certificates still to be earned before the share is reached. */
  missing: number;
  /** What is missing, or that nothing is. */
  sentence: string;
}

/**
 * Where a business stands on a measure of training; with `managers` every one of them must hold the
 * certificate too. Source: product.md, "Measures, first set".
 */
export function standOf(counts: TrainedCounts, managers?: ManagerCounts): Stand {
  const whole = Math.max(counts.headcount ?? 0, counts.listed);
  const needed = Math.ceil((whole * counts.share) / 100);
  const missing = Math.max(0, needed - counts.held);
  const untrained = managers ? managers.managers - managers.held : 0;
  const unmanaged = managers !== undefined && managers.managers === 0;
  const met = counts.headcount !== null && missing === 0 && untrained === 0 && !unmanaged;
  return { met, whole, needed, missing, sentence: sentenceOf() };

  function sentenceOf(): string {
    if (counts.headcount === null)
      return "Say how many people work here first: without it nothing can be counted.";
    if (unmanaged) return "No manager is on the staff list: ask your borough's licensing team.";
    const parts: string[] = [];
    if (missing > 0)
      parts.push(
        `${missing} more ${missing === 1 ? "person needs" : "people need"} the certificate`,
      );
    if (untrained > 0)
      parts.push(`${untrained === 1 ? "a manager" : `${untrained} managers`} must hold it too`);
    if (parts.length === 0) return "Nothing is missing.";
    const sentence = parts.join(", and ");
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  }
}

/** What is wrong with a last day, in words that say how to mend it; null when it is right. */
export function leavingDayFault(leftOn: IsoDate, joinedOn: IsoDate, today: IsoDate): string | null {
  if (leftOn > today) return "Enter a day that is not in the future: record it when they have left";
  if (leftOn < joinedOn) return "Enter a day on or after the day they joined";
  return null;
}

/** What is wrong with the day somebody came back, in words that say how to mend it; null when it is right. */
export function returningDayFault(backOn: IsoDate, leftOn: IsoDate, today: IsoDate): string | null {
  if (backOn > today) return "Enter a day that is not in the future: do this when they are back";
  if (backOn <= leftOn) return "Enter a day after their last day";
  return null;
}

/** The staff list is to be looked through once a quarter: this many days at most. */
const ROLL_DAYS = 92;
/** From so many days before, the next time is asked for. */
const ROLL_NOTICE = 14;

export interface RollStand {
  /** The list was found right within the last quarter. */
  current: boolean;
  /** Now is the time to look it through. */
  asked: boolean;
  dueOn: IsoDate;
}

/** When the staff list is next to be looked through: a quarter after it was, or after the business enrolled. */
export function rollStand(
  confirmedOn: IsoDate | null,
  enrolledOn: IsoDate,
  today: IsoDate,
): RollStand {
  const counts = confirmedOn !== null && confirmedOn >= enrolledOn;
  const dueOn = addDays(counts ? confirmedOn : enrolledOn, ROLL_DAYS);
  return {
    current: counts && today <= dueOn,
    asked: !counts || addDays(today, ROLL_NOTICE) >= dueOn,
    dueOn,
  };
}

/** Why somebody who was recorded as having left is on the list again. */
export const RETURNS = [
  {
    value: "back",
    label: "They have come back to work here",
    hint: "The months they were away stay as they were. A certificate that is still valid counts again from the day they are back. They get a code for a new PIN.",
  },
  {
    value: "mistake",
    label: "It was a mistake: they never left",
    hint: "They count as though nothing had been recorded, past months too. Their PIN works as before.",
  },
] as const;

/** A code for a PIN works this many days, and once. */
export const PIN_CODE_DAYS = 14;

/** A person's place on the staff list. */
export type StaffState = "waiting" | "working" | "left";

export const STAFF_STATES: readonly StaffState[] = ["working", "waiting", "left"];
export const STAFF_STATE_LABELS: Record<StaffState, string> = {
  working: "Work here",
  waiting: "Waiting to be confirmed",
  left: "Left or removed",
};

/** How a certificate stands today. */
export type HeldState = "current" | "lapsing" | "lapsed";

/** A certificate that lapses within 60 days may be renewed already. */
export function heldState(expiresOn: IsoDate, today: IsoDate, soon: IsoDate): HeldState {
  if (expiresOn < today) return "lapsed";
  return expiresOn <= soon ? "lapsing" : "current";
}
