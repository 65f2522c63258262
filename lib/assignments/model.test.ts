import { describe, expect, it } from "vitest";
import { assignmentState, dueDateFault } from "./model";

const TODAY = "2027-03-03";

describe("a due date", () => {
  it.each(["2027-03-03", "2027-03-04", "2028-03-03"])("may be %s", (dueOn) => {
    expect(dueDateFault(dueOn, TODAY)).toBeNull();
  });
  it("is refused in the past", () => {
    expect(dueDateFault("2027-03-02", TODAY)).toMatch(/today or later/);
  });
  it("is refused more than 12 months ahead", () => {
    expect(dueDateFault("2028-03-05", TODAY)).toMatch(/12 months/);
  });
});

describe("an assignment", () => {
  it.each([
    [{ met: true, dueOn: "2027-01-01" }, "met"],
    [{ met: false, dueOn: "2027-03-03" }, "open"],
    [{ met: false, dueOn: "2027-03-02" }, "overdue"],
  ] as const)("%j is %s", (assignment, state) => {
    expect(assignmentState(assignment, TODAY)).toBe(state);
  });
});
