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
