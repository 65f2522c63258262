import { describe, expect, it } from "vitest";
import { recordVisitInput } from "./schema";

const seen = {
  visitId: "3f0a6c1e-0000-4000-8000-000000000001",
  outcome: "seen",
  visitedOn: "2026-11-23",
  headcount: "24",
  "finding_materials-on-display": "seen",
  "finding_cctv-retention": "not_checked",
  businessDueOn: "2026-12-21",
  boroughDueOn: "2026-12-21",
  nextVisitOn: "",
};

const faultsOf = (change: Record<string, unknown>) => {
  const parsed = recordVisitInput.safeParse({ ...seen, ...change });
  return parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]));
};

describe("the form at the door", () => {
  it("reads each item's finding, and an empty answer as none", () => {
    expect(recordVisitInput.parse(seen)).toEqual({
      visitId: seen.visitId,
      outcome: "seen",
      visitedOn: "2026-11-23",
      headcount: 24,
      findings: [
        { itemCode: "cctv-retention", finding: "not_checked", reason: null },
        { itemCode: "materials-on-display", finding: "seen", reason: null },
      ],
      businessActions: [],
      boroughActions: [],
      nextVisitOn: null,
    });
  });

  it("leaves out what nobody saw when nobody showed the officer round", () => {
    const refused = recordVisitInput.parse({
      ...seen,
      outcome: "refused",
      businessActions: ["start_log"],
      boroughActions: ["invite_again"],
    });
    expect(refused).toMatchObject({ headcount: null, findings: [], businessActions: [] });
    expect(refused.boroughActions).toEqual([{ code: "invite_again", dueOn: "2026-12-21" }]);
  });

  it.each([
    [{ outcome: "" }, ["outcome"]],
    [{ outcome: "maybe" }, ["outcome"]],
    [{ visitedOn: "" }, ["visitedOn"]],
    [{ visitedOn: "2026-02-30" }, ["visitedOn"]],
    [{ headcount: "0" }, ["headcount"]],
    [{ headcount: "many" }, ["headcount"]],
    [{ "finding_materials-on-display": "perhaps" }, ["finding_materials-on-display"]],
    [{ "finding_materials-on-display": "not_seen" }, ["returned_materials-on-display"]],
    [
      { "finding_materials-on-display": "not_seen", "returned_materials-on-display": "not_seen" },
      [],
    ],
    [{ "finding_cctv-retention": "not_applicable" }, ["exempt_cctv-retention"]],
    [{ businessActions: ["dance"] }, ["businessActions"]],
    [{ businessActions: ["send_posters"] }, ["businessActions"]],
    [{ businessActions: ["start_log"], businessDueOn: "" }, ["businessDueOn"]],
    [{ boroughActions: ["send_posters"], boroughDueOn: "soon" }, ["boroughDueOn"]],
    [{ nextVisitOn: "2027-13-01" }, ["nextVisitOn"]],
  ])("%j has faults in %j", (change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });
});
