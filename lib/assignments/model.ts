import { addDays, type IsoDate } from "@/lib/dates";
import { formatNumber } from "@/lib/format";

/** The longest a business is given: a date further away is one nobody works towards. */
export const MOST_DAYS_AHEAD = 366;

/** Weeks a course is usually given, for the date a form starts with. */
export const USUAL_DAYS = 42;

/** What is wrong with a due date, in words that say how to mend it; null when it is right. */
export function dueDateFault(dueOn: IsoDate, today: IsoDate): string | null {
  if (dueOn < today) return "Enter a due date that is today or later";
  if (dueOn > addDays(today, MOST_DAYS_AHEAD)) return "Enter a due date within the next 12 months";
  return null;
}

export const AUDIENCES = ["all_staff", "managers", "night_staff"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_LABELS: Record<Audience, string> = {
  all_staff: "Everybody who works there",
  managers: "Managers and the safeguarding lead",
  night_staff: "People on night shifts",
};

export const ASSIGNMENT_STATES = ["overdue", "open", "met"] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/**
 * Where an assignment stands: met once the business meets the measure its course counts for; where it
 * counts for none, or asks some people alone, once each of them holds a current certificate.
 */
export function assignmentState(
  assignment: { met: boolean; dueOn: IsoDate },
  today: IsoDate,
): AssignmentState {
  if (assignment.met) return "met";
  return assignment.dueOn < today ? "overdue" : "open";
}

/**
 * "7 of 12 people, 90% asked": of the headcount, or of those listed while there is none; else of those
 * asked; and the share a rule asks for.
 */
export function completedText(row: {
  completed: number;
  headcount: number | null;
  listed: number;
  audience: Audience;
  share: number | null;
}): string {
  const share = row.share === null ? "" : `, ${row.share}% asked`;
  const done = `${formatNumber(row.completed)} of `;
  if (row.audience !== "all_staff") {
    const who = row.audience === "managers" ? "managers and leads" : "on night shifts";
    return `${done}${formatNumber(row.listed)} ${who}${share}`;
  }
  const whole = Math.max(row.headcount ?? 0, row.listed);
  return row.headcount === null
    ? `${done}${formatNumber(row.listed)} listed${share}`
    : `${done}${formatNumber(whole)} people${share}`;
}
