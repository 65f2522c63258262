import { describe, expect, it } from "vitest";
import {
  DESK_RETURN_LABELS,
  DESK_RETURN_REASONS,
  isLapsing,
  LEVEL_LABELS,
  LEVELS,
  NOT_APPLICABLE_LABELS,
  NOT_APPLICABLE_REASONS,
  ownItemCode,
  PRACTICE_AIM_LABELS,
  PRACTICE_AIMS,
  PRACTICE_STATE_LABELS,
  PRACTICE_STATES,
  RETURN_REASON_LABELS,
  RETURN_REASONS,
  reasonLabel,
  STATUS_LABELS,
  STATUSES,
  statusOf,
  wantsAnswer,
} from "./model";

it.each([
  ["aims", PRACTICE_AIMS, PRACTICE_AIM_LABELS],
  ["levels", LEVELS, LEVEL_LABELS],
  ["states", PRACTICE_STATES, PRACTICE_STATE_LABELS],
  ["reasons why a practice does not apply", NOT_APPLICABLE_REASONS, NOT_APPLICABLE_LABELS],
  ["reasons to give a declaration back", RETURN_REASONS, RETURN_REASON_LABELS],
  ["reasons to give it back from the desk", DESK_RETURN_REASONS, DESK_RETURN_LABELS],
  ["places where it may stand", STATUSES, STATUS_LABELS],
])("has different words for all %s", (_, codes: readonly string[], labels) => {
  expect(Object.keys(labels).sort()).toEqual([...codes].sort());
  expect(new Set(Object.values(labels)).size).toBe(codes.length);
});

it("says the words of every reason, and none for what is no reason", () => {
  expect(reasonLabel("no_cctv")).toBe("There is no CCTV here");
  expect(reasonLabel("staff_unaware")).toBe("Staff on duty did not know about it");
  expect(reasonLabel("see_first")).toBe("An officer wants to see it on a visit first");
  for (const none of [null, "toString", "anything"]) expect(reasonLabel(none)).toBeNull();
});

const today = "2026-11-24";
const said = (change: string, confirmedUntil: string | null, waiting: boolean) => ({
  change,
  confirmedUntil,
  waiting,
});

describe("where a practice stands", () => {
  it.each([
    ["nothing said", undefined, "unanswered", true],
    ["declared", said("declared_in_place", null, true), "waiting", false],
    ["said not to apply", said("declared_not_applicable", null, true), "waiting", false],
    ["said to be missing", said("declared_not_yet", null, false), "not_yet", false],
    ["given back", said("returned", null, false), "returned", true],
    ["confirmed for long", said("confirmed", "2027-10-31", false), "confirmed", false],
    ["confirmed, 61 days left", said("confirmed", "2027-01-24", false), "confirmed", false],
    ["confirmed, 60 days left", said("confirmed", "2027-01-23", false), "confirmed", true],
    [
      "confirmed and declared again",
      said("declared_in_place", "2026-11-30", true),
      "confirmed",
      false,
    ],
    ["a confirmation that lapsed", said("confirmed", null, false), "lapsed", true],
    ["a declaration that lapsed", said("declared_in_place", null, false), "lapsed", true],
  ] as const)("%s", (_, state, status, wants) => {
    expect(statusOf(state)).toBe(status);
    expect(wantsAnswer(state, today)).toBe(wants);
    expect(isLapsing(state, today)).toBe(status === "confirmed" && wants);
  });
});

it.each([
  ["Staff carry a card with 101 on it", [], "own-staff-carry-a-card-with-101-on-it"],
  ["Café “doors” are locked!", [], "own-caf-doors-are-locked"],
  ["Doors are locked", ["own-doors-are-locked"], "own-doors-are-locked-2"],
  [
    "Doors are locked",
    ["own-doors-are-locked", "own-doors-are-locked-2"],
    "own-doors-are-locked-3",
  ],
])("gives %j a code never used before: %j", (title, used, code) => {
  expect(ownItemCode(title, used)).toBe(code);
});
