import { expect, it } from "vitest";
import { reviewState } from "./review";

it.each([
  ["2026-11-26", "past"],
  ["2026-11-27", "soon"],
  ["2027-01-26", "soon"],
  ["2027-01-27", "later"],
] as const)("a review due on %s is, on 27 November 2026, %s", (reviewOn, state) => {
  expect(reviewState(reviewOn, "2026-11-27")).toBe(state);
});
