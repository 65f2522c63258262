import { addDays, type IsoDate, monthEnd } from "@/lib/dates";
import type { PracticeAim, ReturnReason } from "@/lib/practices/model";

/** What came of a visit. */
export const VISIT_OUTCOMES = ["seen", "nobody_in_charge", "refused", "closed"] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

export const VISIT_OUTCOME_LABELS: Record<VisitOutcome, string> = {
  seen: "Somebody in charge showed the officer round",
  nobody_in_charge: "Nobody in charge was there",
  refused: "Asked to come another time, or not at all",
  closed: "The premises had stopped trading",
};

/** What was found of one item of the checklist. */
export const FINDINGS = ["seen", "not_seen", "not_applicable", "not_checked"] as const;
export type Finding = (typeof FINDINGS)[number];

export const FINDING_LABELS: Record<Finding, string> = {
  seen: "In place",
  not_seen: "Not in place",
  not_applicable: "Does not apply",
  not_checked: "Not looked at",
};

/** Why an item was given back, by what can be seen of it: posters, a way of working, a record. */
export const RETURN_REASONS_OF: Record<PracticeAim, readonly ReturnReason[]> = {
  prevent: ["display_missing", "out_of_date", "not_seen"],
  protect: ["staff_unaware", "out_of_date", "not_seen"],
  pursue: ["record_missing", "out_of_date", "staff_unaware", "not_seen"],
};

export type ActionOwner = "business" | "borough";

/** What can be agreed at the door. Codes, so that nobody writes about people. */
export const VISIT_ACTIONS = {
  put_up_posters: { owner: "business", label: "Put up the posters and materials" },
  finish_training: { owner: "business", label: "Ask everybody to finish their training" },
  list_staff: { owner: "business", label: "Add everybody who works there to the staff list" },
  declare_shifts: { owner: "business", label: "Declare the night shifts and who works them" },
  name_lead: { owner: "business", label: "Name a safeguarding lead and train them" },
  write_practices: { owner: "business", label: "Write down the working practices" },
  brief_team: { owner: "business", label: "Brief every shift on the working practices" },
  start_log: { owner: "business", label: "Keep the incident and refusals log" },
  set_cctv: { owner: "business", label: "Write down how long CCTV recordings are kept" },
  send_posters: { owner: "borough", label: "Send posters and materials" },
  invite_again: { owner: "borough", label: "Send the invitation again" },
  assign_training: { owner: "borough", label: "Assign the training" },
  explain_portal: { owner: "borough", label: "Explain to the manager how staff join" },
  correct_register: { owner: "borough", label: "Correct the register" },
} as const satisfies Record<string, { owner: ActionOwner; label: string }>;
export type VisitActionCode = keyof typeof VISIT_ACTIONS;

/** The codes of what one side does. */
export function actionsOf(owner: ActionOwner): VisitActionCode[] {
  return (Object.keys(VISIT_ACTIONS) as VisitActionCode[]).filter(
    (code) => VISIT_ACTIONS[code].owner === owner,
  );
}

/** The words of an action's code; the code itself when it is one no longer offered. */
export function actionLabel(code: string): string {
  return Object.hasOwn(VISIT_ACTIONS, code) ? VISIT_ACTIONS[code as VisitActionCode].label : code;
}

/** Weeks an agreed action is usually given, for the date a form starts with. */
export const ACTION_DAYS = 28;
/** A date further away is one nobody works towards. */
const MOST_DAYS_AHEAD = 366;
/** A visit filled in without a network is sent later; after this long nobody remembers it well. */
export const MOST_DAYS_LATE = 14;

/** What is wrong with the day a visit is planned for; null when it is right. */
export function plannedOnFault(plannedOn: IsoDate, today: IsoDate): string | null {
  if (plannedOn < today) return "Enter a date that is today or later";
  if (plannedOn > addDays(today, MOST_DAYS_AHEAD)) return "Enter a date within the next 12 months";
  return null;
}

/** What is wrong with the day a visit is said to have been made; null when it is right. */
export function visitedOnFault(visitedOn: IsoDate, today: IsoDate): string | null {
  if (visitedOn > today) return "Enter the date of the visit: today or earlier";
  if (visitedOn < addDays(today, -MOST_DAYS_LATE)) {
    return `Enter a date within the last ${MOST_DAYS_LATE} days`;
  }
  return null;
}

/** What is wrong with a date that lies after a visit; null when it is right. */
export function afterVisitFault(date: IsoDate, visitedOn: IsoDate): string | null {
  if (date <= visitedOn) return "Enter a date after the visit";
  if (date > addDays(visitedOn, MOST_DAYS_AHEAD)) return "Enter a date within 12 months";
  return null;
}

export type VisitState = "planned" | "done" | "cancelled";
export type VisitTag = "overdue" | "today" | "planned" | "done" | "cancelled";

export const VISIT_TAG_LABELS: Record<VisitTag, string> = {
  overdue: "Overdue",
  today: "Today",
  planned: "Planned",
  done: "Done",
  cancelled: "Called off",
};

/** Where a visit stands today. */
export function visitTag(
  visit: { state: VisitState; plannedOn: IsoDate },
  today: IsoDate,
): VisitTag {
  if (visit.state !== "planned") return visit.state;
  if (visit.plannedOn < today) return "overdue";
  return visit.plannedOn === today ? "today" : "planned";
}

/** Something that lapses by then is worth a visit now: the end of next month. */
export function lapsesSoonBy(today: IsoDate): IsoDate {
  return monthEnd(today, 1);
}

/** A business with something about to lapse goes before those that have waited this much longer. */
export const LAPSE_HEADSTART_DAYS = 365;
/** Never visited counts as this long without a visit. */
export const NEVER_DAYS = 730;
