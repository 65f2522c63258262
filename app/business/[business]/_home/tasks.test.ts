import { expect, test } from "vitest";
import type { AssignmentRow } from "@/lib/assignments/queries";
import { type TaskFacts, tasksOf } from "./tasks";

const facts: TaskFacts = {
  business: {
    id: "b1",
    name: "The Larkspur Hotel",
    address: "1 Larkspur Row",
    postcode: "W1J 7RW",
    stage: "enrolled",
    stageOn: "2026-03-03",
    headcount: 12,
    headcountConfirmedOn: null,
    contactEmail: null,
    contactPhone: null,
    joinGeneration: 1,
    joinCodeHash: "h",
  },
  counts: { working: 8, waiting: 1, left: 0 },
  roll: { confirmedOn: "2026-11-02", people: 8 },
  own: [
    { courseSlug: "spot-the-signs", title: "Spot the signs", dueOn: "2026-12-01", expiresOn: null },
  ],
  asked: [],
  measures: [],
  changes: [],
  opensLate: null,
  shifts: [],
  lead: null,
  items: [],
  agreed: { open: 0, done: 0, dueOn: null },
  today: "2026-11-23",
};

const asked: AssignmentRow = {
  id: "a1",
  businessId: "b1",
  businessName: "The Larkspur Hotel",
  share: null,
  audience: "all_staff",
  courseSlug: "spot-the-signs",
  courseTitle: "Spot the signs",
  dueOn: "2026-12-01",
  completed: 7,
  headcount: 12,
  listed: 8,
  state: "open",
};

const taskOf = (title: RegExp, changed: Partial<TaskFacts>) =>
  tasksOf({ ...facts, ...changed }).find((each) => title.test(each.title));
const statusOf = (title: RegExp, changed: Partial<TaskFacts>) => {
  const task = taskOf(title, changed);
  return task ? [task.status, task.hint] : undefined;
};
const shift = (...trained: boolean[]) => ({
  id: "s1",
  nights: "every_night" as const,
  startsAt: "22:00",
  endsAt: "06:00",
  fromOn: "2026-11-01",
  people: trained.map((each, i) => ({ id: `p${i}`, name: "Ada", trained: each })),
});
const lead = { staffId: "p1", name: "Ada Example", fromOn: "2026-05-01", working: true };

test("what is late comes first, then what is asked for now, then by date, and what is done last", () => {
  const tasks = tasksOf({
    ...facts,
    counts: { working: 12, waiting: 1, left: 0 },
    opensLate: false,
    asked: [asked, { ...asked, courseTitle: "Reporting", dueOn: "2026-11-20", state: "overdue" }],
    agreed: { open: 2, done: 1, dueOn: "2026-11-28" },
  });
  expect(tasks.map((task) => [task.title, task.status])).toEqual([
    ["Have your staff pass “Reporting”", "Overdue"],
    ["Confirm who has joined", "To do"],
    ["Name a safeguarding lead", "To do"],
    ["Do what was agreed on a visit", "Due by 28 November 2026"],
    ["Take your own training", "Due by 1 December 2026"],
    ["Have your staff pass “Spot the signs”", "Due by 1 December 2026"],
    ["Say how many people work here", "Done"],
    ["Show your staff the code to join", "Done"],
    ["Confirm that your staff list is right", "Done"],
    ["Say whether you are open after 11pm", "Done"],
  ]);
});

test("the code is shown until as many joined as work there", () => {
  expect(statusOf(/code/, {})).toEqual(["To do", "9 people have joined, 3 of 12 have not yet."]);
  expect(statusOf(/code/, { counts: { working: 11, waiting: 1, left: 2 } })?.[0]).toBe("Done");
});

test("people who wait are to be confirmed", () => {
  expect(statusOf(/Confirm/, {})?.[0]).toBe("To do");
  expect(statusOf(/Confirm/, { counts: { working: 8, waiting: 0, left: 0 } })?.[0]).toBe("Done");
});

test.each([
  ["2026-12-01", null, "Due by 1 December 2026"],
  ["2026-11-22", null, "Overdue"],
  ["2026-11-23", null, "Due by 23 November 2026"],
  ["2026-11-22", "2026-10-31", "Overdue"],
  ["2026-11-22", "2026-11-30", "Done"],
  [null, null, "To do"],
] as const)("own training due %s, passed until %s, is: %s", (dueOn, expiresOn, status) => {
  const own = [{ courseSlug: "spot-the-signs", title: "Spot the signs", dueOn, expiresOn }];
  expect(statusOf(/own training/, { own })?.[0]).toBe(status);
});

test("a manager who is not on the staff list cannot start their training", () => {
  expect(statusOf(/own training/, { own: null })?.[0]).toBe("Cannot start yet");
});

test("a course asked of managers is counted among them alone", () => {
  const row: AssignmentRow = { ...asked, audience: "managers", completed: 0, listed: 2 };
  expect(statusOf(/Have your managers and lead pass/, { asked: [row] })?.[1]).toBe(
    "0 of 2 people have passed.",
  );
});

test("a course says how many of how many have passed", () => {
  expect(statusOf(/Have your staff/, { asked: [asked] })?.[1]).toBe("7 of 12 people have passed.");
  expect(statusOf(/Have your staff/, { asked: [{ ...asked, state: "met" }] })?.[0]).toBe("Done");
});

test.each([
  ["nobody said", null, [], undefined],
  ["no shift is declared", true, [], "To do"],
  ["nobody is on it", true, [shift()], "To do"],
  ["nobody on it is trained", true, [shift(false, false)], "To do"],
  ["one of two is covered", true, [shift(false, true), shift(false)], "To do"],
  ["all are covered", true, [shift(false, true)], "Done"],
  ["it closes at night", false, [], undefined],
] as const)("night cover when %s", (_, opensLate, shifts, status) => {
  expect(statusOf(/every night shift/, { opensLate, shifts: [...shifts] })?.[0]).toBe(status);
});

test.each([
  [null, "To do", "Nobody is named yet."],
  [{ ...lead, trainedUntil: null }, "To do", "Ada Example is named, and is not trained yet."],
  [{ ...lead, trainedUntil: "2027-05-31" }, "Done", "Ada Example, trained until 31 May 2027."],
  [
    { ...lead, trainedUntil: "2027-05-31", working: false },
    "To do",
    "The person who was named no longer works here.",
  ],
] as const)("a lead of %j is: %s", (named, status, hint) => {
  expect(statusOf(/safeguarding lead/, { lead: named })).toEqual([status, hint]);
});

test.each([
  [[], undefined],
  [[{ asked: 8, kept: 3, waiting: 2 }], "To do"],
  [[{ asked: 8, kept: 6, waiting: 2 }], "With your borough"],
  [
    [
      { asked: 8, kept: 8, waiting: 0 },
      { asked: 1, kept: 1, waiting: 0 },
    ],
    "Done",
  ],
])("practices of %j are: %s", (items, status) => {
  expect(statusOf(/working practices/, { items })?.[0]).toBe(status);
});

test("certificates that lapse soon are one task, due when the first does", () => {
  const counts = { courses: [], share: 80, listed: 8, managers: 1, held: 8, managersHeld: 1 };
  const measures = [
    { measure: "trained", ...counts, lapsing: 2, lapsesOn: "2026-12-31" },
    { measure: "reporting_route", ...counts, lapsing: 1, lapsesOn: "2026-11-30" },
  ];
  const task = taskOf(/Renew/, { measures });
  expect(task?.status).toBe("Due by 30 November 2026");
  expect(task?.hint).toContain("3 certificates lapse soon");
  expect(taskOf(/Renew/, { measures: [] })).toBeUndefined();
});

test.each([
  ["never, soon after enrolling", null, "2026-11-01", "Due by 1 February 2027"],
  ["never", null, "2026-08-01", "Overdue"],
  ["lately", "2026-11-02", "2026-03-03", "Done"],
  ["almost a quarter ago", "2026-09-02", "2026-03-03", "Due by 3 December 2026"],
  ["more than a quarter ago", "2026-08-02", "2026-03-03", "Overdue"],
  ["before it enrolled again", "2026-11-02", "2026-11-10", "Due by 10 February 2027"],
] as const)("a staff list confirmed %s is: %s, %s, %s", (_, confirmedOn, stageOn, status) => {
  const roll = confirmedOn ? { confirmedOn, people: 8 } : null;
  const business = { ...facts.business, stageOn };
  expect(statusOf(/list is right/, { roll, business })?.[0]).toBe(status);
});

test("a business that is not enrolled is not asked about its list", () => {
  const business = { ...facts.business, stage: "closed" as const };
  expect(taskOf(/list is right/, { business })).toBeUndefined();
});

test("a course that has changed is a task until everybody who passed it has read how", () => {
  const change = { courseSlug: "reporting", course: "Reporting", holders: 3, read: 1 };
  expect(statusOf(/what changed in “Reporting”/, { changes: [change] })).toEqual([
    "To do",
    "1 of 3 people who passed it have read it. It waits on their training page and takes three minutes.",
  ]);
  expect(taskOf(/what changed/, { changes: [{ ...change, read: 3 }] })).toBeUndefined();
});
