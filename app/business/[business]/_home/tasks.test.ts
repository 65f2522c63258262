import { expect, test } from "vitest";
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
  own: [
    { courseSlug: "spot-the-signs", title: "Spot the signs", dueOn: "2026-12-01", expiresOn: null },
  ],
  today: "2026-11-23",
};

const statusOf = (title: RegExp, changed: Partial<TaskFacts>) => {
  const task = tasksOf({ ...facts, ...changed }).find((each) => title.test(each.title));
  return task ? [task.status, task.hint] : undefined;
};

test("a business that has just accepted has everything else to do", () => {
  const tasks = tasksOf({
    ...facts,
    business: { ...facts.business, headcount: null },
    counts: { working: 1, waiting: 0, left: 0 },
  });
  expect(tasks.map((task) => task.status)).toEqual(["Done", "To do", "To do", "Done", "To do"]);
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
  ["2026-12-01", null, "To do"],
  ["2026-11-22", null, "Overdue"],
  ["2026-11-23", null, "To do"],
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
