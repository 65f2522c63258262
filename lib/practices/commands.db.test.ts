import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { excludeBusiness } from "@/lib/businesses/stage-commands";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, londonDate, monthEnd } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { writeScope } from "@/lib/db/scope";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, enrolPremises, managerOf, newestAudit } from "@/lib/db/test/premises";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { confirmPractices, declarePractices, returnPractices } from "./commands";
import { statusOf } from "./model";
import { listPracticeItems, listPracticeStates, type PracticeStateRow } from "./queries";
import { recordPracticeChanges } from "./record-changes";
import { countWaiting, listWaiting } from "./waiting-queries";

const today = londonDate(new Date());
let borough: TestBorough;
let other: TestBorough;
let business: string;
let manager: Viewer;

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
});
beforeEach(async () => {
  business = await addPremises(borough, `The Blue Lantern ${Math.random()}`, "hotel");
  await enrolPremises(borough, business, 4);
  manager = managerOf(borough, business);
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const here = () => ({ boroughCode: borough.code });
const declare = (itemCodes: string[], answer = "in_place", viewer = manager) =>
  runCommand(declarePractices, viewer, { businessId: business, itemCodes, answer }, here());
const confirm = (itemCodes: string[], viewer: Viewer = borough.officer) =>
  runCommand(confirmPractices, viewer, { businessId: business, itemCodes }, here());
const giveBack = (itemCodes: string[], reason = "does_apply") =>
  runCommand(returnPractices, borough.officer, { businessId: business, itemCodes, reason }, here());

async function standing(code: string): Promise<PracticeStateRow | undefined> {
  const rows = await asViewer(manager, (ctx) => listPracticeStates(ctx, business));
  return rows.find((row) => row.itemCode === code);
}

/** The codes of the essential practices of Protect that a hotel is asked for. */
async function protectCodes(): Promise<string[]> {
  const items = await asViewer(borough.officer, (ctx) => listPracticeItems(ctx, "hotel"));
  const codes = items
    .filter((item) => item.aim === "protect" && item.level === "essential")
    .map((item) => item.code);
  expect(codes.length).toBeGreaterThan(4);
  return codes;
}

const meets = (measure: string) =>
  asOwner([borough.code], async (tx) => {
    const rows = await tx`SELECT 1 FROM standing_periods WHERE business_id = ${business}
      AND measure = ${measure} AND met_from <= ${today} AND (met_until IS NULL OR met_until > ${today})`;
    return rows.length === 1;
  });

describe("declaring practices", () => {
  it("waits for an officer, changes no figure, and is written into the audit trail", async () => {
    await declare(["night-visitors", "walk-rounds"]);
    const said = await standing("night-visitors");
    expect(said).toMatchObject({ declared: "in_place", waiting: true, confirmedUntil: null });
    expect(statusOf(said)).toBe("waiting");
    expect(await meets("practices")).toBe(false);
    expect(await newestAudit(borough.code, business)).toMatchObject({
      action: "practice.declare",
      actor_role: "business_manager",
      fields: ["practices"],
      details: { items: "night-visitors, walk-rounds", change: "declared_in_place" },
    });
  });

  it("takes a reason from that practice's own list, and no other", async () => {
    const items = await asViewer(manager, (ctx) => listPracticeItems(ctx, "hotel"));
    const reasons = new Map(items.map((item) => [item.code, item.exemptions]));
    expect(reasons.get("cctv-retention")).toEqual(["no_cctv"]);
    expect(reasons.get("night-visitors")).toEqual([]);
    await declare(["cctv-retention"], "no_cctv");
    expect(await standing("cctv-retention")).toMatchObject({
      declared: "does_not_apply",
      declaredReason: "no_cctv",
      waiting: true,
    });
    await expect(declare(["night-visitors"], "no_cctv")).rejects.toThrow(/applies here/);
    await expect(declare(["cctv-retention"], "single_handed")).rejects.toThrow(/applies here/);
    await expect(declare(["cctv-retention"], "because")).rejects.toThrow(/true today/);
  });

  it("keeps its place among those that wait when the same is said again", async () => {
    await runCommand(
      declarePractices,
      manager,
      { businessId: business, itemCodes: ["walk-rounds"], answer: "in_place" },
      { ...here(), today: addDays(today, -5) },
    );
    await declare(["walk-rounds"]);
    expect(await standing("walk-rounds")).toMatchObject({ fromOn: addDays(today, -5) });
  });

  it("refuses a practice that is not on the list, and a business that is left out", async () => {
    await expect(declare(["age-checks"])).rejects.toThrow(RuleBroken);
    await expect(declare([])).rejects.toThrow(/at least one/);
    const exclusion = { businessId: business, reason: "seasonal", reviewOn: addDays(today, 9) };
    await runCommand(excludeBusiness, borough.officer, exclusion, here());
    await expect(declare(["walk-rounds"])).rejects.toThrow(/left out/);
  });

  it("is refused to officers, and to the manager of another business", async () => {
    await expect(declare(["walk-rounds"], "in_place", borough.admin)).rejects.toThrow(Forbidden);
    const next = managerOf(
      borough,
      await addPremises(borough, `Next door ${Math.random()}`, "hotel"),
    );
    await expect(declare(["walk-rounds"], "in_place", next)).rejects.toThrow(NotFound);
    await expect(declare(["walk-rounds"], "in_place", managerOf(other, business))).rejects.toThrow(
      Forbidden,
    );
  });
});

describe("confirming practices", () => {
  it("counts once every essential practice is confirmed, and lapses at a month's end", async () => {
    const codes = await protectCodes();
    await declare(codes);
    await confirm(codes.slice(1));
    expect(await meets("practices")).toBe(false);
    await confirm(codes.slice(0, 1));
    expect(await meets("practices")).toBe(true);
    expect((await standing(codes[0] ?? ""))?.confirmedUntil).toBe(monthEnd(today, 12));
    expect(await newestAudit(borough.code, business)).toMatchObject({
      action: "practice.confirm",
      details: { items: codes[0], change: "confirmed" },
    });
  });

  it("ends at once with an honest “not yet”", async () => {
    const codes = await protectCodes();
    await declare(codes);
    await confirm(codes);
    await declare(codes.slice(0, 1), "not_yet");
    expect(await meets("practices")).toBe(false);
    expect(statusOf(await standing(codes[0] ?? ""))).toBe("not_yet");
  });

  it("still counts while a newer declaration waits", async () => {
    const codes = await protectCodes();
    await declare(codes);
    await confirm(codes);
    await declare(codes);
    expect(await meets("practices")).toBe(true);
    expect(await standing(codes[0] ?? "")).toMatchObject({
      waiting: true,
      confirmedUntil: monthEnd(today, 12),
    });
  });

  it("is refused from the desk for what has to be seen, with the sentence that says so", async () => {
    await declare(["materials-on-display", "walk-rounds"]);
    await expect(confirm(["walk-rounds", "materials-on-display"])).rejects.toThrow(
      /this is confirmed on a visit/,
    );
    await expect(giveBack(["materials-on-display"])).rejects.toThrow(/confirmed on a visit/);
    expect(await standing("walk-rounds")).toMatchObject({ waiting: true });
  });

  it("is refused for what nobody declared, and a second time", async () => {
    await expect(confirm(["walk-rounds"])).rejects.toThrow(/does not wait/);
    await declare(["walk-rounds"]);
    await confirm(["walk-rounds"]);
    await expect(confirm(["walk-rounds"])).rejects.toThrow(/does not wait/);
  });

  it("is refused to the manager, and to an officer of another borough", async () => {
    await declare(["walk-rounds"]);
    await expect(confirm(["walk-rounds"], manager)).rejects.toThrow(Forbidden);
    const elsewhere = runCommand(
      confirmPractices,
      other.officer,
      { businessId: business, itemCodes: ["walk-rounds"] },
      { boroughCode: other.code },
    );
    await expect(elsewhere).rejects.toThrow(NotFound);
  });
});

describe("giving a declaration back", () => {
  it("keeps the reason, ends a confirmation, and lets the business answer again", async () => {
    const codes = await protectCodes();
    const [first = ""] = codes;
    await declare(codes);
    await confirm(codes);
    await declare([first]);
    await giveBack([first], "not_described");
    expect(await meets("practices")).toBe(false);
    const said = await standing(first);
    expect(said).toMatchObject({
      change: "returned",
      reason: "not_described",
      declared: "in_place",
    });
    expect(statusOf(said)).toBe("returned");
    await declare([first]);
    await confirm([first]);
    expect(await meets("practices")).toBe(true);
  });

  it("needs a reason from the list", async () => {
    await declare(["walk-rounds"]);
    await expect(giveBack(["walk-rounds"], "I do not like it")).rejects.toThrow(/Choose why/);
  });
});

describe("what waits", () => {
  it("is listed by business, the longest first, apart from what is seen on a visit", async () => {
    const area = await mintBorough();
    const at = { boroughCode: area.code };
    const ids: string[] = [];
    for (const [name, days] of [
      ["Second", 3],
      ["First", 9],
      ["Lapsed", 500],
      ["Settled", 20],
    ] as const) {
      const id = await addPremises(area, name, "hotel");
      ids.push(id);
      const declared = {
        businessId: id,
        itemCodes: ["walk-rounds", "materials-on-display"],
        answer: "in_place",
      };
      const on = { ...at, today: addDays(today, -days) };
      await runCommand(declarePractices, managerOf(area, id), declared, on);
    }
    const settled = { businessId: ids[3], itemCodes: ["walk-rounds"] };
    await runCommand(confirmPractices, area.officer, settled, at);
    const read = await asViewer(area.officer, async (ctx) => ({
      desk: await listWaiting(ctx, "desk", null),
      after: await listWaiting(ctx, "desk", { since: addDays(today, -9), id: ids[1] ?? "" }),
      visit: await listWaiting(ctx, "visit", null),
      counts: await countWaiting(ctx),
    }));
    expect(read.desk.rows.map((row) => [row.name, row.waiting, row.since])).toEqual([
      ["First", 1, addDays(today, -9)],
      ["Second", 1, addDays(today, -3)],
    ]);
    expect(read.desk.next).toBeNull();
    expect(read.after.rows.map((row) => row.name)).toEqual(["Second"]);
    expect(read.visit.rows.map((row) => row.name)).toEqual(["Settled", "First", "Second"]);
    expect(read.counts).toEqual({
      desk: { businesses: 2, declarations: 2 },
      visit: { businesses: 3, declarations: 3 },
    });
  });

  it("leaves out what an officer saw on a visit", async () => {
    await declare(["materials-on-display"]);
    await writeScope({ role: "portal_borough", boroughs: [borough.code] }, (tx) =>
      recordPracticeChanges({ tx, boroughCode: borough.code, today }, business, [
        { itemCode: "materials-on-display", change: "confirmed", visitId: crypto.randomUUID() },
      ]),
    );
    expect(await standing("materials-on-display")).toMatchObject({ waiting: false });
  });
});
