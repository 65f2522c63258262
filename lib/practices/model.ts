import { daysBetween, type IsoDate } from "@/lib/dates";

/**
 * The aims a business's practices serve, a measure each: materials on display (Prevent), working
 * practices (Protect), records (Pursue). Prepare is the borough's own.
 */
export const PRACTICE_AIMS = ["prevent", "protect", "pursue"] as const;
export type PracticeAim = (typeof PRACTICE_AIMS)[number];

export const PRACTICE_AIM_LABELS: Record<PracticeAim, string> = {
  prevent: "Prevent",
  protect: "Protect",
  pursue: "Pursue",
};

/** Essential practices count towards the measure; desirable ones are asked for as well. */
export const LEVELS = ["essential", "desirable"] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_LABELS: Record<Level, string> = {
  essential: "Essential",
  desirable: "Desirable",
};

/** What a business declares about a practice. */
export const PRACTICE_STATES = ["in_place", "not_yet", "does_not_apply"] as const;
export type PracticeState = (typeof PRACTICE_STATES)[number];

export const PRACTICE_STATE_LABELS: Record<PracticeState, string> = {
  in_place: "In place",
  not_yet: "Not yet",
  does_not_apply: "Does not apply",
};

/** Why a practice may not apply; each names in the checklists which of these it accepts. */
export const NOT_APPLICABLE_REASONS = [
  "no_alcohol_sold",
  "no_cctv",
  "no_overnight_guests",
  "no_lone_bookings",
  "single_handed",
  "no_accounts",
  "no_shared_room",
  "no_door_staff",
  "over_18s_only",
] as const;
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number];

export const NOT_APPLICABLE_LABELS: Record<NotApplicableReason, string> = {
  no_alcohol_sold: "No alcohol is sold here",
  no_cctv: "There is no CCTV here",
  no_overnight_guests: "Nobody stays overnight here",
  no_lone_bookings: "No bookings are taken for under-18s travelling alone",
  single_handed: "One person works here alone",
  no_accounts: "Journeys cannot be booked on an account",
  no_shared_room: "Staff, drivers and customers share no room here",
  no_door_staff: "There are no door staff here",
  over_18s_only: "Nobody under 18 is let in at any time",
};

/** Why an officer gives a declaration back after a visit: codes, so that nobody writes about people. */
export const RETURN_REASONS = [
  "not_seen",
  "out_of_date",
  "staff_unaware",
  "record_missing",
  "display_missing",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const RETURN_REASON_LABELS: Record<ReturnReason, string> = {
  not_seen: "It could not be seen on the visit",
  out_of_date: "It was there but out of date",
  staff_unaware: "Staff on duty did not know about it",
  record_missing: "The log or the written rule was not there",
  display_missing: "The posters were not on display",
};

/** Why an officer gives a declaration back from the desk, without a visit. */
export const DESK_RETURN_REASONS = ["does_apply", "not_described", "see_first"] as const;
export type DeskReturnReason = (typeof DESK_RETURN_REASONS)[number];

export const DESK_RETURN_LABELS: Record<DeskReturnReason, string> = {
  does_apply: "It does apply to this business",
  not_described: "The person on duty could not say how it is done",
  see_first: "An officer wants to see it on a visit first",
};

const REASON_LABELS: Record<string, string> = {
  ...NOT_APPLICABLE_LABELS,
  ...RETURN_REASON_LABELS,
  ...DESK_RETURN_LABELS,
};

/** The words of any reason a practice's record may carry; null for none. */
export function reasonLabel(code: string | null): string | null {
  return code !== null && Object.hasOwn(REASON_LABELS, code) ? (REASON_LABELS[code] ?? null) : null;
}

/** What a business may answer about a practice: in place, not yet, or the reason why it does not apply. */
export const ANSWERS = ["in_place", "not_yet", ...NOT_APPLICABLE_REASONS] as const;
export type Answer = (typeof ANSWERS)[number];

/** Where one practice stands for the people who read about it. */
export const STATUSES = [
  "confirmed",
  "waiting",
  "returned",
  "not_yet",
  "lapsed",
  "unanswered",
] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_LABELS: Record<Status, string> = {
  confirmed: "Confirmed",
  waiting: "Waiting for an officer",
  returned: "Given back",
  not_yet: "Not yet in place",
  lapsed: "Lapsed",
  unanswered: "Not answered yet",
};

interface Said {
  change: string;
  confirmedUntil: IsoDate | null;
  waiting: boolean;
}

/** An officer's word counts until it lapses, whatever is declared meanwhile, save "not yet". */
export function statusOf(said: Said | undefined): Status {
  if (!said) return "unanswered";
  if (said.confirmedUntil !== null) return "confirmed";
  if (said.waiting) return "waiting";
  if (said.change === "returned") return "returned";
  return said.change === "declared_not_yet" ? "not_yet" : "lapsed";
}

/** From this many days before a confirmation lapses, the business is asked to declare it again. */
const RENEW_DAYS = 60;

/** Confirmed, lapses soon, and not declared again yet. */
export function isLapsing(said: Said | undefined, today: IsoDate): boolean {
  if (!said || said.confirmedUntil === null || said.waiting) return false;
  return daysBetween(today, said.confirmedUntil) <= RENEW_DAYS;
}

/** Does the business have to say something about it now? */
export function wantsAnswer(said: Said | undefined, today: IsoDate): boolean {
  return ["unanswered", "returned", "lapsed"].includes(statusOf(said)) || isLapsing(said, today);
}

/** Pixels of a kept picture's longer side, at most. */
export const LARGEST_SIDE = 1600;

/** Practices a borough adds to one sector's list, at most. */
export const MOST_OWN_ITEMS = 10;

/** The code of a borough's own practice, from its title; never one that was used before. */
export function ownItemCode(title: string, used: readonly string[]): string {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const code = `own-${words.slice(0, 60)}`.replace(/-+$/, "");
  if (!used.includes(code)) return code;
  let number = 2;
  while (used.includes(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
}
