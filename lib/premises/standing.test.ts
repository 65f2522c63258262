import { expect, test } from "vitest";
import { itemCounts, type StandingFacts, standingOf } from "./standing";

const counts = {
  courses: ["Spot the signs"],
  share: 80,
  listed: 12,
  managers: 1,
  held: 9,
  managersHeld: 1,
  lapsing: 0,
  lapsesOn: null,
};
const facts: StandingFacts = {
  enrolled: true,
  enrolledOn: "2026-03-03",
  headcount: 12,
  opensLate: true,
  trained: { measure: "trained", ...counts },
  reporting: { measure: "reporting_route", ...counts, held: 10 },
  cover: { covered: 2, of: 3 },
  lead: { working: true, trainedUntil: "2027-05-31" },
  items: {
    prevent: { asked: 1, kept: 0, waiting: 1 },
    protect: { asked: 8, kept: 3, waiting: 2 },
    pursue: { asked: 0, kept: 0, waiting: 0 },
  },
  met: ["enrolled", "reporting_route", "safeguarding_lead"],
};

const lines = (changed: Partial<StandingFacts> = {}) =>
  Object.values(standingOf({ ...facts, ...changed })).flat();
const sentence = (measure: string, changed: Partial<StandingFacts> = {}) =>
  lines(changed).find((line) => line.measure === measure)?.sentence;

test("each measure that applies says what is counted out of what", () => {
  expect(lines().map((line) => [line.measure, line.met, line.sentence])).toEqual([
    ["enrolled", true, "Enrolled since 3 March 2026."],
    ["trained", false, "9 of 12 people, 10 needed. 1 more person needs the certificate."],
    ["night_cover", false, "2 of 3 night shifts have somebody trained."],
    ["materials", false, "0 of 1 item seen on a visit. 1 more waits for an officer."],
    ["safeguarding_lead", true, "Named, and trained until 31 May 2027."],
    ["practices", false, "3 of 8 essential practices confirmed. 2 more wait for an officer."],
    ["reporting_route", true, "10 of 12 people, 10 needed. Nothing is missing."],
  ]);
});

test("night cover is asked only of a business that is open at night", () => {
  expect(sentence("night_cover", { opensLate: false })).toBeUndefined();
  expect(sentence("night_cover", { opensLate: null })).toBeUndefined();
  expect(sentence("night_cover", { cover: { covered: 0, of: 0 } })).toBe(
    "No night shift is declared yet.",
  );
});

test("without a headcount nothing of the training is counted", () => {
  expect(sentence("trained", { headcount: null })).toContain("Not counted");
});

test.each([
  [null, "Nobody is named yet."],
  [
    { working: false, trainedUntil: "2027-05-31" },
    "The person who was named no longer works here.",
  ],
  [{ working: true, trainedUntil: null }, "Named, and not trained yet."],
])("a lead of %j reads: %s", (lead, expected) => {
  expect(sentence("safeguarding_lead", { lead })).toBe(expected);
});

test("what counts is met by the standing, not by the words beside it", () => {
  expect(lines({ met: [] }).some((line) => line.met)).toBe(false);
});

test("essential items are counted by aim; what is confirmed does not wait as well", () => {
  const item = (code: string, aim: "prevent" | "protect", level = "essential") => ({
    code,
    aim,
    level,
  });
  const state = (itemCode: string, confirmedUntil: string | null, waiting: boolean) => ({
    itemCode,
    confirmedUntil,
    waiting,
  });
  const items = [item("a", "protect"), item("b", "protect"), item("c", "protect")];
  expect(
    itemCounts(
      [...items, item("d", "prevent"), item("e", "protect", "desirable")],
      [state("a", "2027-01-31", true), state("b", null, true), state("e", "2027-01-31", false)],
    ),
  ).toEqual({
    prevent: { asked: 1, kept: 0, waiting: 0 },
    protect: { asked: 3, kept: 1, waiting: 1 },
    pursue: { asked: 0, kept: 0, waiting: 0 },
  });
});
