import { addDays, daysBetween, type IsoDate, monthEnd, monthStart } from "@/lib/dates";
import type { ActionKind } from "@/lib/db/schema/aims";

export const ACTION_KINDS = [
  "lead",
  "agreement",
  "meeting",
  "register",
  "council_staff",
  "other",
] as const satisfies readonly ActionKind[];

/** What each kind of action is called, and what doing it means. */
export const KIND_WORDS: Record<ActionKind, { label: string; task: string }> = {
  lead: {
    label: "Strategic lead",
    task: "Name the strategic lead, or confirm that it is still the same person.",
  },
  agreement: {
    label: "Information-sharing agreement",
    task: "Sign or renew the agreement between the partners.",
  },
  meeting: { label: "Partnership meeting", task: "Hold a meeting of the partnership." },
  register: {
    label: "Register reconciled by hand",
    task: "Compare a sector’s businesses here with its licensing list, where there is no file to upload.",
  },
  council_staff: {
    label: "Briefing of the council teams",
    task: "See that the borough’s own teams take the briefing.",
  },
  other: { label: "Another action", task: "Anything else the partnership has agreed to do." },
};

/** What an action is called: its own title, or its kind with the sector it is about. */
export function actionTitle(
  action: { kind: ActionKind; title: string | null; sector: string | null },
  sectorLabel: string | undefined,
): string {
  if (action.title !== null) return action.title;
  const { label } = KIND_WORDS[action.kind];
  return action.sector === null ? label : `${label}: ${sectorLabel ?? action.sector}`;
}

/** What the borough itself must have in place. Source: product.md, "Measures, first set". */
export const BOROUGH_MEASURES = [
  "lead",
  "agreement",
  "meeting",
  "council_staff",
  "register",
  "call_handlers",
] as const;
export type BoroughMeasure = (typeof BOROUGH_MEASURES)[number];

/** Those that make up Prepare; call handlers are part of Pursue. */
export const PREPARE_MEASURES = BOROUGH_MEASURES.filter((id) => id !== "call_handlers");

/** The share of the council teams' people who must hold a current briefing certificate. */
export const COUNCIL_SHARE = 90;
/** For how long a reconciled register counts; it lapses at that month's end. */
export const REGISTER_DAYS = 90;

export const BOROUGH_MEASURE_WORDS: Record<BoroughMeasure, { label: string; definition: string }> =
  {
    lead: {
      label: "A strategic lead is named",
      definition: "Named, or confirmed again, in the last 12 months.",
    },
    agreement: {
      label: "The information-sharing agreement is in date",
      definition: "Counts to the end of the month in which it ends.",
    },
    meeting: {
      label: "The partnership meets",
      definition: "A meeting counts to the end of the third month after it.",
    },
    council_staff: {
      label: "Council teams are briefed",
      definition: `At least ${COUNCIL_SHARE}% of the people in the borough’s own teams hold a current briefing certificate.`,
    },
    register: {
      label: "Every sector’s register is reconciled",
      definition: `Each sector had a register import confirmed, or was reconciled by hand, in the last ${REGISTER_DAYS} days.`,
    },
    call_handlers: {
      label: "Police call handlers are trained",
      definition: "Police confirmed it in the last 12 months.",
    },
  };

/** Until when what was done holds: a month's last day; null for a kind that only is done. */
export function holdsUntil(
  kind: ActionKind,
  doneOn: IsoDate,
  agreedUntil: IsoDate | null = null,
): IsoDate | null {
  switch (kind) {
    case "lead":
      return monthEnd(doneOn, 12);
    case "meeting":
      return monthEnd(doneOn, 3);
    case "register":
      return monthEnd(addDays(doneOn, REGISTER_DAYS));
    case "agreement":
      return agreedUntil === null ? null : monthEnd(agreedUntil);
    default:
      return null;
  }
}

export interface ActionDates {
  dueOn: IsoDate;
  doneOn: IsoDate | null;
  cancelledOn: IsoDate | null;
}
export type ActionState = "planned" | "soon" | "overdue" | "done" | "cancelled";

/** Days before an action is due from which it is called soon, and its owner is reminded. */
export const SOON_DAYS = 14;

export function actionState(
  { dueOn, doneOn, cancelledOn }: ActionDates,
  today: IsoDate,
): ActionState {
  if (cancelledOn !== null) return "cancelled";
  if (doneOn !== null) return "done";
  if (dueOn < today) return "overdue";
  return daysBetween(today, dueOn) <= SOON_DAYS ? "soon" : "planned";
}

const WEEK = 7;

/** Is the owner to be reminded today? Once in the two weeks before, then every week it is overdue. */
export function isReminderDue(
  action: ActionDates,
  lastRemindedOn: IsoDate | null,
  today: IsoDate,
): boolean {
  const state = actionState(action, today);
  if (state === "soon") {
    return lastRemindedOn === null || lastRemindedOn < addDays(action.dueOn, -SOON_DAYS);
  }
  if (state !== "overdue") return false;
  return (
    lastRemindedOn === null ||
    lastRemindedOn <= action.dueOn ||
    daysBetween(lastRemindedOn, today) >= WEEK
  );
}

/** Who sits at a partnership meeting: a list to tick, so that nobody is named. */
export const ORGANISATIONS = [
  { code: "licensing", label: "Borough licensing team" },
  { code: "childrens_services", label: "Borough children’s services" },
  { code: "community_safety", label: "Borough community safety" },
  { code: "police", label: "Police" },
  { code: "safeguarding_partnership", label: "Safeguarding children partnership" },
  { code: "health", label: "Health" },
  { code: "education", label: "Schools and colleges" },
  { code: "tfl", label: "Transport for London" },
  { code: "trade", label: "Hotels, taxi firms and licensed premises" },
  { code: "voluntary", label: "Voluntary sector" },
] as const;
export type OrganisationCode = (typeof ORGANISATIONS)[number]["code"];

export const organisationLabel = (code: string): string =>
  ORGANISATIONS.find((each) => each.code === code)?.label ?? code;

/** What a borough may set a target for: the aims, then the measures of its businesses. */
export const TARGETED = [
  { counted: "prepare", label: "Prepare" },
  { counted: "prevent", label: "Prevent" },
  { counted: "protect", label: "Protect" },
  { counted: "pursue", label: "Pursue" },
  { counted: "enrolled", label: "Enrolled" },
  { counted: "trained", label: "Trained" },
  { counted: "night_cover", label: "Night cover" },
  { counted: "materials", label: "Materials on display" },
  { counted: "safeguarding_lead", label: "Safeguarding lead" },
  { counted: "practices", label: "Working practices" },
  { counted: "reporting_route", label: "Ready to report" },
  { counted: "records", label: "Records" },
] as const;
export type Targeted = (typeof TARGETED)[number]["counted"];

export const LEAST_SHARE = 50;

/** The months from which a new target or threshold may hold: this one and the next twelve. */
export function monthChoices(today: IsoDate): string[] {
  return Array.from({ length: 13 }, (_, i) => monthStart(today, i));
}

/** Of rows with the newest month and word first, the one that holds today. */
export function holdsNow<Row extends { fromOn: string }>(
  rows: readonly Row[],
  today: IsoDate,
): Row | undefined {
  return rows.find((row) => row.fromOn <= today);
}
