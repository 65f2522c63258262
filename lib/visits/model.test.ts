import { describe, expect, it } from "vitest";
import { RETURN_REASONS } from "@/lib/practices/model";
import {
  actionLabel,
  actionsOf,
  afterVisitFault,
  lapsesSoonBy,
  plannedOnFault,
  RETURN_REASONS_OF,
  visitedOnFault,
  visitTag,
} from "./model";

const TODAY = "2026-11-23";

describe("the day of a visit", () => {
  it.each([
    ["2026-11-22", /today or later/],
    ["2026-11-23", null],
    ["2027-11-24", null],
    ["2027-11-25", /12 months/],
  ])("planned for %s", (day, fault) => {
    const said = plannedOnFault(day, TODAY);
    if (fault) expect(said).toMatch(fault);
    else expect(said).toBeNull();
  });

  it.each([
    ["2026-11-24", /today or earlier/],
    ["2026-11-23", null],
    ["2026-11-09", null],
    ["2026-11-08", /last 14 days/],
  ])("made on %s", (day, fault) => {
    const said = visitedOnFault(day, TODAY);
    if (fault) expect(said).toMatch(fault);
    else expect(said).toBeNull();
  });

  it.each([
    ["2026-11-23", /after the visit/],
    ["2026-11-24", null],
    ["2027-11-24", null],
    ["2027-11-25", /12 months/],
  ])("and what follows it, on %s", (day, fault) => {
    const said = afterVisitFault(day, TODAY);
    if (fault) expect(said).toMatch(fault);
    else expect(said).toBeNull();
  });
});

it.each([
  ["planned", "2026-11-22", "overdue"],
  ["planned", "2026-11-23", "today"],
  ["planned", "2026-11-24", "planned"],
  ["done", "2026-11-22", "done"],
  ["cancelled", "2026-11-22", "cancelled"],
] as const)("a %s visit of %s is: %s", (state, plannedOn, tag) => {
  expect(visitTag({ state, plannedOn }, TODAY)).toBe(tag);
});

it.each([
  ["2026-11-01", "2026-12-31"],
  ["2026-11-30", "2026-12-31"],
  ["2026-12-01", "2027-01-31"],
])("on %s, soon ends on %s", (today, end) => {
  expect(lapsesSoonBy(today)).toBe(end);
});

describe("codes", () => {
  it("of actions belong to one side each, and an unknown one is shown as it is", () => {
    const both = [...actionsOf("business"), ...actionsOf("borough")];
    expect(new Set(both).size).toBe(both.length);
    expect(actionLabel("put_up_posters")).toBe("Put up the posters and materials");
    expect(actionLabel("toString")).toBe("toString");
    expect(actionLabel("gone_by")).toBe("gone_by");
  });

  it("of reasons: each is offered for some item", () => {
    const offered = new Set(Object.values(RETURN_REASONS_OF).flat());
    expect([...offered].sort()).toEqual([...RETURN_REASONS].sort());
  });
});
