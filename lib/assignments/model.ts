import { addDays, type IsoDate } from "@/lib/dates";

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

export type AssignmentState = "met" | "open" | "overdue";

/** Where an assignment stands: met once the business meets the measure its course counts for. */
export function assignmentState(
  assignment: { met: boolean; dueOn: IsoDate },
  today: IsoDate,
): AssignmentState {
  if (assignment.met) return "met";
  return assignment.dueOn < today ? "overdue" : "open";
}
