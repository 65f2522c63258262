import { describe, expect, it } from "vitest";
import {
  actionState,
  actionTitle,
  holdsNow,
  holdsUntil,
  isReminderDue,
  monthChoices,
} from "./model";

describe("what was done holds until a month's end", () => {
  it.each([
    ["lead", "2026-03-15", null, "2027-03-31"],
    ["meeting", "2026-11-30", null, "2027-02-28"],
    ["register", "2026-01-01", null, "2026-04-30"],
    ["register", "2026-11-03", null, "2027-02-28"],
    ["agreement", "2026-03-15", "2027-05-04", "2027-05-31"],
    ["council_staff", "2026-03-15", null, null],
    ["other", "2026-03-15", null, null],
  ] as const)("%s done on %s (until %s): %s", (kind, doneOn, until, expected) => {
    expect(holdsUntil(kind, doneOn, until)).toBe(expected);
  });
});

const action = { dueOn: "2026-06-20", doneOn: null, cancelledOn: null };

describe("an action", () => {
  it.each([
    ["2026-06-05", "planned"],
    ["2026-06-06", "soon"],
    ["2026-06-20", "soon"],
    ["2026-06-21", "overdue"],
  ] as const)("due on 20 June is, on %s, %s", (today, state) => {
    expect(actionState(action, today)).toBe(state);
  });

  it("that is done or taken back is never late", () => {
    expect(actionState({ ...action, doneOn: "2026-07-01" }, "2027-01-01")).toBe("done");
    expect(actionState({ ...action, cancelledOn: "2026-07-01" }, "2027-01-01")).toBe("cancelled");
  });

  it("is called by its title, or by its kind and sector", () => {
    expect(actionTitle({ kind: "other", title: "Renew", sector: null }, undefined)).toBe("Renew");
    expect(actionTitle({ kind: "register", title: null, sector: "taxi" }, "Taxis")).toBe(
      "Register reconciled by hand: Taxis",
    );
  });
});

describe("its owner is reminded", () => {
  it.each([
    ["15 days before", "2026-06-05", null, false],
    ["14 days before, for the first time", "2026-06-06", null, true],
    ["not again the next day", "2026-06-07", "2026-06-06", false],
    ["on the day itself, when no letter went before", "2026-06-20", null, true],
    ["the first day it is overdue", "2026-06-21", "2026-06-06", true],
    ["though the last letter went on the day it was due", "2026-06-21", "2026-06-20", true],
    ["not six days after the last", "2026-06-27", "2026-06-21", false],
    ["a week after the last", "2026-06-28", "2026-06-21", true],
  ] as const)("%s", (_when, today, last, expected) => {
    expect(isReminderDue(action, last, today)).toBe(expected);
  });

  it("never once it is done", () => {
    expect(isReminderDue({ ...action, doneOn: "2026-06-19" }, null, "2026-07-20")).toBe(false);
  });
});

describe("months", () => {
  it("may be this one and the next twelve", () => {
    const months = monthChoices("2026-11-24");
    expect([months[0], months.at(-1), months.length]).toEqual(["2026-11-01", "2027-11-01", 13]);
  });

  it("to come do not hold yet; the newest word about a month does", () => {
    const rows = [
      { fromOn: "2027-01-01", share: 70 },
      { fromOn: "2026-11-01", share: 65 },
      { fromOn: "2026-11-01", share: 60 },
    ];
    expect(holdsNow(rows, "2026-11-24")?.share).toBe(65);
    expect(holdsNow(rows, "2026-10-31")).toBeUndefined();
  });
});
