import { expect, test } from "vitest";
import { heldState, leavingDayFault, returningDayFault, rollStand, standOf } from "./model";

test.each([
  { headcount: 12, listed: 8, held: 7, share: 80, whole: 12, needed: 10, missing: 3, met: false },
  { headcount: 12, listed: 12, held: 10, share: 80, whole: 12, needed: 10, missing: 0, met: true },
  { headcount: 5, listed: 9, held: 7, share: 80, whole: 9, needed: 8, missing: 1, met: false },
  { headcount: 1, listed: 1, held: 1, share: 80, whole: 1, needed: 1, missing: 0, met: true },
  { headcount: 10, listed: 10, held: 10, share: 100, whole: 10, needed: 10, missing: 0, met: true },
])("$held of headcount $headcount with $listed listed at $share%: $missing missing", (row) => {
  const stand = standOf(row);
  expect(stand).toMatchObject({
    whole: row.whole,
    needed: row.needed,
    missing: row.missing,
    met: row.met,
  });
});

test("without a headcount nothing is met, whoever holds a certificate", () => {
  const stand = standOf({ headcount: null, listed: 2, held: 2, share: 80 });
  expect(stand.met).toBe(false);
  expect(stand.sentence).toContain("Say how many people work here first");
});

test("what is missing is said in a sentence", () => {
  const counts = { headcount: 12, listed: 8, share: 80 };
  expect(standOf({ ...counts, held: 4 }).sentence).toBe("6 more people need the certificate.");
  expect(standOf({ ...counts, held: 9 }).sentence).toBe("1 more person needs the certificate.");
  expect(standOf({ ...counts, held: 10 }).sentence).toBe("Nothing is missing.");
});

test("every manager counts, not only the share", () => {
  const counts = { headcount: 10, listed: 10, held: 9, share: 80 };
  expect(standOf(counts, { managers: 1, held: 0 })).toMatchObject({
    met: false,
    sentence: "A manager must hold it too.",
  });
  expect(standOf({ ...counts, held: 7 }, { managers: 3, held: 1 }).sentence).toBe(
    "1 more person needs the certificate, and 2 managers must hold it too.",
  );
  expect(standOf(counts, { managers: 0, held: 0 }).met).toBe(false);
  expect(standOf(counts, { managers: 1, held: 1 }).met).toBe(true);
});

test.each([
  ["2026-11-23", null],
  ["2026-06-01", null],
  ["2026-11-24", "Enter a day that is not in the future: record it when they have left"],
  ["2026-05-31", "Enter a day on or after the day they joined"],
])("a last day of %s, joined on 1 June 2026, today 23 November 2026: %s", (leftOn, fault) => {
  expect(leavingDayFault(leftOn, "2026-06-01", "2026-11-23")).toBe(fault);
});

test.each([
  ["2026-10-31", "lapsed"],
  ["2026-11-30", "lapsing"],
  ["2027-10-31", "current"],
] as const)("a certificate until %s is %s", (expiresOn, state) => {
  expect(heldState(expiresOn, "2026-11-23", "2027-01-22")).toBe(state);
});

test.each([
  ["2026-06-16", null],
  ["2026-11-23", null],
  ["2026-06-15", "Enter a day after their last day"],
  ["2026-11-24", "Enter a day that is not in the future: do this when they are back"],
])("back on %s after leaving on 15 June: %s", (backOn, fault) => {
  expect(returningDayFault(backOn, "2026-06-15", "2026-11-23")).toBe(fault);
});

test.each([
  [null, { current: false, asked: true, dueOn: "2026-12-02" }],
  ["2026-08-23", { current: true, asked: true, dueOn: "2026-11-23" }],
  ["2026-08-22", { current: false, asked: true, dueOn: "2026-11-22" }],
  ["2026-09-07", { current: true, asked: false, dueOn: "2026-12-08" }],
])("a list confirmed on %j, enrolled on 1 September: %j", (confirmedOn, stand) => {
  const enrolledOn = confirmedOn === null ? "2026-09-01" : "2026-01-01";
  expect(rollStand(confirmedOn, enrolledOn, "2026-11-23")).toEqual(stand);
});
