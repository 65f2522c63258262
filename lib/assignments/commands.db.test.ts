import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeBusiness } from "@/lib/businesses/stage-commands";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, londonDate } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, enrolPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { assignTraining, endAssignment } from "./commands";
import { listAssignments, listBusinessAssignments, listCourseSummaries } from "./queries";

let borough: TestBorough;
let other: TestBorough;
let mine: string;
let second: string;
const today = londonDate(new Date());
const later = addDays(today, 42);
const here = () => ({ boroughCode: borough.code });

const assign = (businessIds: string[], dueOn = later, courseSlug = "spot-the-signs") =>
  runCommand(assignTraining, borough.officer, { businessIds, courseSlug, dueOn }, here());
const assignmentsOf = (businessId: string) =>
  asViewer(borough.officer, (ctx) => listBusinessAssignments(ctx, businessId));

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
  mine = await addPremises(borough, "The Low Bridge");
  second = await addPremises(borough, "The High Bridge");
  await enrolPremises(borough, mine, 4);
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

describe("assigning training", () => {
  it("asks each business once, and records how many", async () => {
    expect(await assign([mine, second, mine])).toEqual({ businesses: 2 });
    expect(await assignmentsOf(mine)).toMatchObject([
      { courseSlug: "spot-the-signs", dueOn: later, completed: 0, headcount: 4, state: "open" },
    ]);
    expect(await newestAudit(borough.code)).toMatchObject({
      action: "assignment.assign",
      details: { businesses: 2, due_on: later },
    });
  });

  it("changes the date where the course is asked already", async () => {
    const sooner = addDays(today, 7);
    await assign([mine], sooner);
    expect((await assignmentsOf(mine)).map((row) => row.dueOn)).toEqual([sooner]);
    expect(await newestAudit(borough.code, mine)).toMatchObject({ action: "assignment.assign" });
  });

  it.each([-1, 400])("refuses a due date %i days from today", async (days) => {
    await expect(assign([mine], addDays(today, days))).rejects.toThrow(RuleBroken);
  });

  it("refuses a course there is not, no business at all, and a manager", async () => {
    await expect(assign([mine], later, "no-such-course")).rejects.toThrow(RuleBroken);
    await expect(assign([])).rejects.toThrow(RuleBroken);
    const input = { businessIds: [mine], courseSlug: "reporting", dueOn: later };
    await expect(
      runCommand(assignTraining, managerOf(borough, mine), input, here()),
    ).rejects.toThrow(Forbidden);
  });

  it("assigns to nobody when one is closed or another borough's", async () => {
    const open = await addPremises(borough, "The Dry Bridge");
    const closed = await addPremises(borough, "The Old Bridge");
    await runCommand(closeBusiness, borough.officer, { businessId: closed }, here());
    await expect(assign([open, closed])).rejects.toThrow(RuleBroken);
    await expect(assign([open, await addPremises(other)])).rejects.toThrow(NotFound);
    expect(await assignmentsOf(open)).toEqual([]);
  });
});

describe("the list of training", () => {
  it("counts what its filters list, and tells late from open", async () => {
    const late = (read: "rows" | "summary") =>
      asViewer(
        borough.officer,
        async (ctx) =>
          read === "rows"
            ? (await listAssignments(ctx, { courseSlug: null, state: "overdue" }, null)).rows.length
            : (await listCourseSummaries(ctx)).reduce((sum, row) => sum + row.overdue, 0),
        { today: addDays(today, 100) },
      );
    expect(await late("rows")).toBe(2);
    expect(await late("summary")).toBe(2);
    const open = await asViewer(borough.officer, (ctx) =>
      listAssignments(ctx, { courseSlug: "spot-the-signs", state: "open" }, null),
    );
    expect(open.rows.map((row) => row.businessName)).toEqual(["The Low Bridge", "The High Bridge"]);
    const rest = await asViewer(borough.officer, (ctx) =>
      listAssignments(ctx, { courseSlug: null, state: null }, open.rows[0]?.id ?? null),
    );
    expect(rest.rows.map((row) => row.businessName)).toEqual(["The High Bridge"]);
  });
});

describe("ending an assignment", () => {
  it("stops asking, once, and leaves room to ask again", async () => {
    const [row] = await assignmentsOf(second);
    const order = { assignmentId: row?.id ?? "" };
    await expect(
      runCommand(endAssignment, other.officer, order, { boroughCode: other.code }),
    ).rejects.toThrow(NotFound);
    await runCommand(endAssignment, borough.officer, order, here());
    expect(await assignmentsOf(second)).toEqual([]);
    expect(await newestAudit(borough.code, second)).toMatchObject({ action: "assignment.end" });
    await expect(runCommand(endAssignment, borough.officer, order, here())).rejects.toThrow(
      NotFound,
    );
    await assign([second]);
    expect(await assignmentsOf(second)).toHaveLength(1);
  });
});
