import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, enrolPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { joinTeam, planVisit } from "@/lib/db/test/visits";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { recordVisit } from "./commands";

const TODAY = "2026-12-02";
const POSTERS = "materials-on-display";

let borough: TestBorough;
let other: TestBorough;

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
  await joinTeam(borough, borough.officer.userId);
  await joinTeam(other, other.officer.userId);
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const options = (more: { idempotencyKey?: string; today?: string } = {}) => ({
  boroughCode: borough.code,
  today: TODAY,
  ...more,
});

const read = <T extends object>(query: string, values: string[], of = borough) =>
  asOwner([of.code], (tx) => tx.unsafe<T[]>(query, values));

async function aHotel(name: string): Promise<{ businessId: string; visitId: string }> {
  const businessId = await addPremises(borough, name, "hotel");
  await enrolPremises(borough, businessId, 30);
  return { businessId, visitId: await planVisit(borough, businessId, TODAY) };
}

const seen = (visitId: string, more: Record<string, unknown> = {}) => ({
  visitId,
  outcome: "seen",
  visitedOn: TODAY,
  [`finding_${POSTERS}`]: "seen",
  ...more,
});

/** Hotels of the borough that meet a measure in the month of `day`, as the dashboard counts them. */
async function figure(measure: string, day = TODAY): Promise<number> {
  const [row] = await read<{ n: number }>(
    `SELECT coalesce(sum(delta), 0)::int AS n FROM coverage_cells
     WHERE borough_code = $1 AND measure = $2 AND month <= $3`,
    [borough.code, measure, day],
  );
  return row?.n ?? 0;
}

describe("recording a visit", () => {
  it("confirms the headcount and what was seen, changes the figure, and writes it all down", async () => {
    const { businessId, visitId } = await aHotel("The Copper Kite");
    const before = await figure("materials");
    const answers = seen(visitId, {
      headcount: "26",
      "finding_cctv-retention": "not_applicable",
      "exempt_cctv-retention": "no_cctv",
      "finding_incident-and-refusals-log": "not_seen",
      "returned_incident-and-refusals-log": "record_missing",
      "finding_new-starters": "not_checked",
      businessActions: ["start_log"],
      businessDueOn: "2026-12-30",
      boroughActions: ["send_posters"],
      boroughDueOn: "2026-12-16",
      nextVisitOn: "2027-01-13",
    });
    await runCommand(recordVisit, borough.officer, answers, options());

    expect(await figure("materials")).toBe(before + 1);
    expect(await figure("materials", "2027-12-01")).toBe(before + 1);
    expect(await figure("materials", "2028-01-01")).toBe(before);
    const [business] = await read<{ headcount: number; on: string }>(
      "SELECT headcount, headcount_confirmed_on::text AS on FROM businesses WHERE id = $1",
      [businessId],
    );
    expect(business).toEqual({ headcount: 26, on: TODAY });
    const changes = await read(
      "SELECT item_code, change, reason, visit_id FROM practice_changes WHERE business_id = $1 ORDER BY item_code",
      [businessId],
    );
    expect([...changes]).toEqual([
      { item_code: "cctv-retention", change: "confirmed", reason: "no_cctv", visit_id: visitId },
      {
        item_code: "incident-and-refusals-log",
        change: "returned",
        reason: "record_missing",
        visit_id: visitId,
      },
      { item_code: POSTERS, change: "confirmed", reason: null, visit_id: visitId },
    ]);
    const actions = await read(
      "SELECT code, owner, due_on::text FROM visit_actions WHERE visit_id = $1 ORDER BY code",
      [visitId],
    );
    expect([...actions]).toEqual([
      { code: "send_posters", owner: "borough", due_on: "2026-12-16" },
      { code: "start_log", owner: "business", due_on: "2026-12-30" },
    ]);
    const next = await read<{ planned_on: string }>(
      "SELECT planned_on::text FROM visits WHERE business_id = $1 AND state = 'planned'",
      [businessId],
    );
    expect([...next]).toEqual([{ planned_on: "2027-01-13" }]);
    expect(await newestAudit(borough.code, businessId)).toMatchObject({
      action: "visit.record",
      actor_role: "borough_officer",
      details: { outcome: "seen", items: 3, actions: 2 },
    });
  });

  it("counts from the day it was made, when it is sent later", async () => {
    const { visitId } = await aHotel("The Late Kite");
    const before = await figure("materials", "2026-11-01");
    await runCommand(
      recordVisit,
      borough.officer,
      seen(visitId, { visitedOn: "2026-11-29" }),
      options(),
    );
    expect(await figure("materials", "2026-11-01")).toBe(before + 1);
  });

  it("does not undo a headcount that the manager declared after the visit", async () => {
    const { businessId, visitId } = await aHotel("The Newer Kite");
    await read(
      "INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on) VALUES ($1, $2, gen_random_uuid(), 31, '2026-12-01')",
      [borough.code, businessId],
    );
    const answers = seen(visitId, { visitedOn: "2026-11-30", headcount: "12" });
    await runCommand(recordVisit, borough.officer, answers, options());
    const [row] = await read<{ headcount: number }>(
      "SELECT headcount FROM businesses WHERE id = $1",
      [businessId],
    );
    expect(row?.headcount).toBe(30);
  });

  it("answers the same form twice with one effect, and a colleague's form with a refusal", async () => {
    const { businessId, visitId } = await aHotel("The Double Kite");
    const answers = seen(visitId, { headcount: "22" });
    const once = options({ idempotencyKey: "11111111-1111-4111-8111-111111111111" });
    const first = await runCommand(recordVisit, borough.officer, answers, once);
    expect(await runCommand(recordVisit, borough.officer, answers, once)).toEqual(first);
    const [row] = await read<{ n: number }>(
      "SELECT count(*)::int AS n FROM headcounts WHERE business_id = $1 AND confirmed_on_visit",
      [businessId],
    );
    expect(row?.n).toBe(1);
    await expect(runCommand(recordVisit, borough.admin, answers, options())).rejects.toThrow(
      Conflict,
    );
  });

  it("writes no finding when nobody showed the officer round", async () => {
    const { businessId, visitId } = await aHotel("The Shut Kite");
    const answers = { ...seen(visitId), outcome: "nobody_in_charge", headcount: "4" };
    await runCommand(recordVisit, borough.officer, answers, options());
    const [row] = await read<{ n: number }>(
      `SELECT (SELECT count(*) FROM visit_findings WHERE visit_id = $2)::int
         + (SELECT count(*) FROM practice_changes WHERE business_id = $1)::int
         + (SELECT count(*) FROM headcounts WHERE business_id = $1 AND confirmed_on_visit)::int AS n`,
      [businessId, visitId],
    );
    expect(row?.n).toBe(0);
  });

  it.each([
    [{ visitedOn: "2026-12-03" }, "visitedOn"],
    [{ visitedOn: "2026-11-17" }, "visitedOn"],
    [{ nextVisitOn: TODAY }, "nextVisitOn"],
    [{ businessActions: ["start_log"], businessDueOn: TODAY }, "businessDueOn"],
    [{ "finding_made-up": "seen" }, "finding_made-up"],
    [
      { [`finding_${POSTERS}`]: "not_seen", [`returned_${POSTERS}`]: "record_missing" },
      `returned_${POSTERS}`,
    ],
    [
      { [`finding_${POSTERS}`]: "not_applicable", [`exempt_${POSTERS}`]: "no_cctv" },
      `exempt_${POSTERS}`,
    ],
  ])(
    "refuses %j at its field and writes nothing",
    async (more, field) => {
      const { businessId, visitId } = await aHotel(`The Strict Kite ${randomUUID()}`);
      const order = runCommand(recordVisit, borough.officer, seen(visitId, more), options());
      await expect(order).rejects.toMatchObject({ name: RuleBroken.name, field });
      const [row] = await read<{ state: string }>("SELECT state FROM visits WHERE id = $1", [
        visitId,
      ]);
      expect(row?.state).toBe("planned");
      expect((await newestAudit(borough.code, businessId))?.action).toBe("visit.plan");
    },
    60_000,
  );

  it("refuses the manager, the police and an officer of another borough", async () => {
    const { businessId, visitId } = await aHotel("The Foreign Kite");
    const manager = managerOf(borough, businessId);
    for (const viewer of [manager, borough.police, other.officer]) {
      await expect(runCommand(recordVisit, viewer, seen(visitId), options())).rejects.toThrow(
        Forbidden,
      );
    }
    const there = { boroughCode: other.code, today: TODAY };
    await expect(runCommand(recordVisit, other.officer, seen(visitId), there)).rejects.toThrow(
      NotFound,
    );
  });
});
