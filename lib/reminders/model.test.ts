import { describe, expect, it } from "vitest";
import {
  type BusinessFacts,
  businessSection,
  digestSubject,
  learnerSection,
  nextDigestOn,
  officerSection,
  weekOf,
} from "./model";

const NOTHING: BusinessFacts = {
  businessId: "b",
  name: "The Painted Heron",
  overdue: 0,
  due: 0,
  firstDueOn: null,
  people: 0,
  lapsing: 0,
  firstLapseOn: null,
  waiting: 0,
  practices: 0,
  firstPracticeOn: null,
  changed: 0,
  readers: 0,
};
const said = (facts: Partial<BusinessFacts>) =>
  businessSection({ ...NOTHING, ...facts })?.lines.map((line) => line.text);

describe("the week of a day", () => {
  it.each([
    ["2026-11-30", "2026-11-30"],
    ["2026-12-06", "2026-11-30"],
    ["2026-12-07", "2026-12-07"],
    ["2027-01-01", "2026-12-28"],
    ["2025-12-31", "2025-12-29"],
    ["2026-01-04", "2025-12-29"],
  ])("%s begins on Monday %s", (day, monday) => {
    expect(weekOf(day)).toBe(monday);
  });
});

describe("the next e-mails", () => {
  it.each([
    ["they went this week", "2026-12-03T12:00:00Z", true, "2026-12-07"],
    ["Monday before ten", "2026-12-07T09:59:00Z", false, "2026-12-07"],
    ["a missed Monday", "2026-12-07T10:00:00Z", false, "2026-12-08"],
    ["before ten in summer", "2027-07-05T08:30:00Z", false, "2027-07-05"],
    ["after ten in summer", "2027-07-05T09:30:00Z", false, "2027-07-06"],
  ])("%s", (_, now, ran, day) => {
    expect(nextDigestOn(new Date(now), ran)).toBe(day);
  });
});

describe("what a manager is told", () => {
  it("is nothing when there is nothing to do", () => {
    expect(businessSection(NOTHING)).toBeNull();
  });

  it("counts courses and people, and says when", () => {
    expect(said({ overdue: 1, due: 2, firstDueOn: "2026-12-11", people: 3 })).toEqual([
      "1 course is past the due date. 3 people have still to finish.",
      "2 courses are due within 14 days, the first on 11 December 2026.",
    ]);
    expect(said({ due: 1, firstDueOn: "2026-12-11", people: 1 })).toEqual([
      "1 course is due within 14 days, the first on 11 December 2026. 1 person has still to finish.",
    ]);
  });

  it("says what lapses and who waits", () => {
    expect(
      said({
        lapsing: 2,
        firstLapseOn: "2027-01-31",
        waiting: 1,
        practices: 1,
        firstPracticeOn: "2026-12-31",
      }),
    ).toEqual([
      "2 certificates of your staff lapse within 60 days, the first on 31 January 2027. They can be renewed now.",
      "1 person waits for you to confirm that they work there.",
      "1 practice lapses within 60 days, the first on 31 December 2026. Declare again what is still in place.",
    ]);
  });
});

it("says that a course changed, to whom it concerns", () => {
  expect(said({ changed: 1, readers: 2 })).toEqual([
    "1 course has changed, and 2 people who hold a certificate have still to read how. It takes about three minutes.",
  ]);
  const section = businessSection({ ...NOTHING, changed: 1, readers: 1 });
  expect(section?.lines[0]?.text).toMatch(/^1 course has changed, and 1 person who holds its/);
  expect(section && digestSubject("Westminster", [section])).toBe(
    "Operation Make Safe in Westminster: 1 changed course to read",
  );
});

describe("what an officer is told", () => {
  it("is theirs and nobody's, kind by kind", () => {
    const section = officerSection("E09000033", "Westminster", [
      { label: "A visit is due", own: 2, nobodys: 3 },
      { label: "Not invited yet", own: 0, nobodys: 1 },
      { label: "No headcount", own: 0, nobodys: 0 },
    ]);
    expect(section?.lines.map((line) => line.text)).toEqual([
      "A visit is due: 2 yours, 3 nobody’s yet",
      "Not invited yet: 1 nobody’s yet",
    ]);
    expect(officerSection("E09000033", "Westminster", [])).toBeNull();
  });
});

describe("what a learner is told", () => {
  it("is each course by name, before and after its day, and what lapses", () => {
    const facts = {
      businessId: "b",
      business: "The Painted Heron",
      toTake: [
        { title: "Reporting", dueOn: "2026-11-20" },
        { title: "Signs", dueOn: "2026-12-20" },
      ],
      lapsing: [{ title: "At the desk", expiresOn: "2026-12-31" }],
      changed: ["At the door"],
    };
    expect(learnerSection(facts, "2026-11-30")?.lines.map((line) => line.text)).toEqual([
      "“Reporting”: it was asked for by 20 November 2026.",
      "“Signs”: please finish it by 20 December 2026.",
      "Your certificate of “At the desk” lapses on 31 December 2026. You can renew it now.",
      "“At the door” has changed since you passed it. Please read how: it takes about three minutes.",
    ]);
  });
});

describe("the subject", () => {
  it("sums the sections and names the two most pressing things", () => {
    const sections = [
      businessSection({ ...NOTHING, waiting: 1, overdue: 1 }),
      businessSection({ ...NOTHING, overdue: 2, lapsing: 4 }),
    ].filter((section) => section !== null);
    expect(digestSubject("Westminster", sections)).toBe(
      "Operation Make Safe in Westminster: 3 courses overdue, 4 certificates lapsing",
    );
  });
});
