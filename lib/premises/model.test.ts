import { expect, test } from "vitest";
import { isNightShift, isTime, nightCover, normaliseTime } from "./model";
import { declareShiftInput } from "./schema";

test.each([
  ["22:00", "22:00"],
  [" 9.30 ", "09:30"],
  ["6:05", "06:05"],
  ["10 pm", "10 pm"],
  ["", ""],
])("the time typed as %j is kept as %j", (typed, kept) => {
  expect(normaliseTime(typed)).toBe(kept);
});

test.each([
  ["00:00", true],
  ["23:59", true],
  ["24:00", false],
  ["12:60", false],
  ["9:30", false],
  ["10 pm", false],
])("%s is a time: %s", (text, expected) => {
  expect(isTime(text)).toBe(expected);
});

test.each([
  ["22:00", "06:00", true],
  ["17:00", "00:30", true],
  ["16:00", "23:30", true],
  ["23:00", "23:45", true],
  ["04:00", "12:00", true],
  ["15:00", "23:00", false],
  ["05:00", "13:00", false],
  ["09:00", "17:00", false],
])("%s to %s is a night shift: %s", (startsAt, endsAt, expected) => {
  expect(isNightShift(startsAt, endsAt)).toBe(expected);
});

test("a form refuses a shift that ends when it starts, by day, or at no time at all", () => {
  const faults = (startsAt: string, endsAt: string, nights = "weekend") =>
    declareShiftInput
      .safeParse({ nights, startsAt, endsAt })
      .error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  expect(faults("22:00", "22:00")).toEqual([
    "endsAt: Enter a time that is not the one it starts at",
  ]);
  expect(faults("09:00", "17:00")).toEqual([
    "startsAt: Enter a shift that is worked after 11pm: the others need not be declared",
  ]);
  expect(faults("late", "06:00")).toEqual(["startsAt: Enter when the shift starts, like 22:00"]);
  expect(faults("22:00", "6.00", "")).toEqual(["nights: Choose which nights the shift is worked"]);
  expect(faults("22.00", "6.00")).toBeUndefined();
});

test("cover counts the shifts on which somebody is trained", () => {
  const one = { trained: true };
  const other = { trained: false };
  expect(nightCover([])).toEqual({ covered: 0, of: 0 });
  expect(nightCover([{ people: [] }, { people: [other] }, { people: [other, one] }])).toEqual({
    covered: 1,
    of: 3,
  });
});
