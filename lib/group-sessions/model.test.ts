import { expect, it } from "vitest";
import { checkSentence, sessionDayFault, sessionState } from "./model";

const TODAY = "2026-11-26";

it.each([
  ["2026-11-27", false, false, "coming"],
  ["2026-11-26", false, false, "today"],
  ["2026-11-25", false, false, "to_enter"],
  ["2026-11-25", true, false, "ended"],
  ["2026-11-27", false, true, "called_off"],
] as const)("a session of %s, ended %s, called off %s is %s", (heldOn, ended, calledOff, state) => {
  expect(sessionState(TODAY, { heldOn, ended, calledOff })).toBe(state);
});

it.each([
  ["2026-11-26", true],
  ["2027-05-25", true],
  ["2027-05-26", false],
  ["2026-09-27", true],
  ["2026-09-26", false],
])("a session may be held on %s: %s", (heldOn, may) => {
  expect(sessionDayFault(heldOn, TODAY) === null).toBe(may);
});

it("says how many right answers pass", () => {
  expect(checkSentence({ questions: 6, passShare: 80 })).toBe("5 right answers of 6 are a pass.");
});
