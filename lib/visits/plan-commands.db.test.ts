import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeBusiness } from "@/lib/businesses/stage-commands";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { joinTeam, planVisit } from "@/lib/db/test/visits";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { recordVisit } from "./commands";
import { cancelVisit, planVisits, rescheduleVisit } from "./plan-commands";
import { countVisits, getVisit, listBusinessVisits, listVisits } from "./queries";
import { listWorthVisiting } from "./tonight-queries";

const TODAY = "2026-11-23";
let borough: TestBorough;
let other: TestBorough;

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
  await joinTeam(borough, borough.officer.userId);
  await joinTeam(borough, borough.admin.userId);
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const options = () => ({ boroughCode: borough.code, today: TODAY });
const see = (id: string) => asViewer(borough.officer, (ctx) => getVisit(ctx, id));
const plan = (businessIds: string[], more: Record<string, string> = {}) => ({
  businessIds,
  plannedOn: "2026-12-01",
  assignedTo: borough.officer.userId,
  ...more,
});

describe("planning visits", () => {
  it("plans one for each business, and moves the one that is planned already", async () => {
    const one = await addPremises(borough, "The Plan A");
    const two = await addPremises(borough, "The Plan B");
    const first = await planVisit(borough, one, "2026-11-30", TODAY);
    const { visitIds } = await runCommand(planVisits, borough.admin, plan([one, two]), options());
    expect(visitIds).toHaveLength(2);
    expect(visitIds).toContain(first);
    for (const id of visitIds) {
      expect(await see(id)).toMatchObject({ state: "planned", plannedOn: "2026-12-01" });
    }
    const listed = await asViewer(borough.officer, (ctx) => listBusinessVisits(ctx, one));
    expect(listed).toHaveLength(1);
    expect(await newestAudit(borough.code)).toMatchObject({
      action: "visit.plan",
      details: { businesses: 2 },
    });
  });

  it.each([
    [{ plannedOn: "2026-11-22" }, "plannedOn"],
    [{ plannedOn: "2027-12-01" }, "plannedOn"],
    [{ assignedTo: randomUUID() }, "assignedTo"],
  ])("refuses %j", async (more, field) => {
    const business = await addPremises(borough, `The Plan C ${randomUUID()}`);
    const order = runCommand(planVisits, borough.officer, plan([business], more), options());
    await expect(order).rejects.toMatchObject({ name: RuleBroken.name, field });
  });

  it("refuses a closed business, another borough's, its manager and the police", async () => {
    const closed = await addPremises(borough, "The Plan D");
    await runCommand(closeBusiness, borough.officer, { businessId: closed }, options());
    const foreign = await addPremises(other, "The Plan E");
    const order = (viewer: Parameters<typeof runCommand>[1], id: string) =>
      runCommand(planVisits, viewer, plan([id]), options());
    await expect(order(borough.officer, closed)).rejects.toThrow(/closed or left out/);
    await expect(order(borough.officer, foreign)).rejects.toThrow(NotFound);
    await expect(order(managerOf(borough, closed), closed)).rejects.toThrow(Forbidden);
    await expect(order(borough.police, closed)).rejects.toThrow(Forbidden);
    await expect(order(other.officer, closed)).rejects.toThrow(Forbidden);
  });
});

describe("moving and calling off", () => {
  it("changes the day and the colleague, or ends it, and says so in the audit trail", async () => {
    const business = await addPremises(borough, "The Move A");
    const visitId = await planVisit(borough, business, "2026-11-30", TODAY);
    const moved = { visitId, plannedOn: "2026-12-07", assignedTo: borough.admin.userId };
    await runCommand(rescheduleVisit, borough.officer, moved, options());
    expect(await see(visitId)).toMatchObject({
      plannedOn: "2026-12-07",
      assignedTo: borough.admin.userId,
    });
    expect((await newestAudit(borough.code, business))?.action).toBe("visit.reschedule");
    await runCommand(cancelVisit, borough.officer, { visitId }, options());
    expect(await see(visitId)).toMatchObject({ state: "cancelled" });
    expect((await newestAudit(borough.code, business))?.action).toBe("visit.cancel");
    for (const again of [
      runCommand(cancelVisit, borough.officer, { visitId }, options()),
      runCommand(rescheduleVisit, borough.officer, moved, options()),
    ]) {
      await expect(again).rejects.toThrow(Conflict);
    }
  });

  it("is refused to another borough, to a manager, and to a day gone by", async () => {
    const business = await addPremises(borough, "The Move B");
    const visitId = await planVisit(borough, business, "2026-11-30", TODAY);
    const there = { boroughCode: other.code, today: TODAY };
    await expect(runCommand(cancelVisit, other.officer, { visitId }, there)).rejects.toThrow(
      NotFound,
    );
    const manager = managerOf(borough, business);
    await expect(runCommand(cancelVisit, manager, { visitId }, options())).rejects.toThrow(
      Forbidden,
    );
    const gone = { visitId, plannedOn: "2026-11-20", assignedTo: borough.officer.userId };
    await expect(runCommand(rescheduleVisit, borough.officer, gone, options())).rejects.toThrow(
      RuleBroken,
    );
  });
});

describe("the lists", () => {
  it("tell planned from overdue from done, and tonight's leaves out what is planned", async () => {
    const fresh = await mintBorough();
    await joinTeam(fresh, fresh.officer.userId);
    const there = { boroughCode: fresh.code, today: TODAY };
    const [late, soon, done, never] = await Promise.all(
      ["The List A", "The List B", "The List C", "The List D"].map((name) =>
        addPremises(fresh, name, "hotel"),
      ),
    );
    await planVisit(fresh, late ?? "", "2026-11-20");
    await planVisit(fresh, soon ?? "", "2026-11-30", TODAY);
    const visitId = await planVisit(fresh, done ?? "", TODAY);
    const record = { visitId, outcome: "seen", visitedOn: TODAY };
    await runCommand(recordVisit, fresh.officer, record, there);

    const all = { officer: null, ward: null };
    const lists = await asViewer(
      fresh.officer,
      async (ctx) => ({
        counts: await countVisits(ctx, all),
        overdue: await listVisits(ctx, { view: "overdue", ...all }, null),
        nobodys: await listVisits(ctx, { view: "planned", ...all, officer: randomUUID() }, null),
        tonight: await listWorthVisiting(ctx, null, 10),
        elsewhere: await listWorthVisiting(ctx, "Riverside", 10),
      }),
      { today: TODAY },
    );
    expect(lists.counts).toEqual({ planned: 1, overdue: 1, done: 1 });
    expect(lists.overdue.rows.map((row) => row.businessId)).toEqual([late]);
    expect(lists.nobodys.rows).toEqual([]);
    expect(lists.tonight.map((row) => row.id)).toEqual([never, done]);
    expect(lists.tonight.map((row) => row.visitedOn)).toEqual([null, TODAY]);
    expect(lists.elsewhere).toEqual([]);
  });
});
