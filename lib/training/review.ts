import { addDays, type IsoDate } from "@/lib/dates";

/** How long before its day a review shows up as one to plan. */
export const REVIEW_SOON_DAYS = 60;

export type ReviewState = "past" | "soon" | "later";

/** Where the review of a statement stands: on its day it is still in time. */
export function reviewState(reviewOn: IsoDate, today: IsoDate): ReviewState {
  if (reviewOn < today) return "past";
  return reviewOn <= addDays(today, REVIEW_SOON_DAYS) ? "soon" : "later";
}
