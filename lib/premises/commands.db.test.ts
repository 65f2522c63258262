import { afterAll, expect, test } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { monthStart } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import {
  listAudit,
  mintBusiness,
  mintCertificate,
  mintStaff,
  type TestBusiness,
} from "@/lib/db/test/staffed";
import { Conflict, Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { recordLeaving } from "@/lib/people/commands";
import { declareHours, declareShift, endShift, rosterShift } from "./commands";
import { nameLead } from "./lead-command";
import { findLead, getPremises, listCandidates, listMet, listShifts } from "./queries";

const TODAY = "2026-11-23";
const NIGHT = { nights: "every_night", startsAt: "22:00", endsAt: "06:00" } as const;

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** An enrolled hotel with Ada, who is trained, and Ben, who is not. */
async function scene() {
  const borough = await mintBorough();
  const business = await mintBusiness(borough);
  const confirmed = { joinedOn: "2026-02-02", confirmedOn: "2026-02-03" };
  const ada = await mintStaff(borough, business, { name: "Ada Example", ...confirmed });
  const ben = await mintStaff(borough, business, { name: "Ben Example", ...confirmed });
  await mintCertificate(borough, business, {
    staffId: ada,
    courseSlug: "spot-the-signs",
    issuedOn: "2026-05-05",
    expiresOn: "2027-05-31",
  });
  const { manager } = business;
  const place = { boroughCode: borough.code, today: TODAY };
  const hours = (opensLate: string) => runCommand(declareHours, manager, { opensLate }, place);
  const declare = (shift: object = NIGHT) => runCommand(declareShift, manager, shift, place);
  const roster = (shiftId: string, staffIds: string[]) =>
    runCommand(rosterShift, manager, { shiftId, staffIds }, place);
  const lead = (staffId: string) => runCommand(nameLead, manager, { staffId }, place);
  return { borough, business, ada, ben, manager, place, hours, declare, roster, lead };
}

/** What the coverage cells of the borough say of a measure this month. */
async function figure(borough: TestBorough, measure: string, late?: boolean): Promise<number> {
  const [row] = await asOwner(
    [borough.code],
    (tx) => tx<{ met: number }[]>`
      SELECT coalesce(sum(delta), 0)::int AS met FROM coverage_cells
      WHERE borough_code = ${borough.code} AND measure = ${measure} AND month <= ${monthStart(TODAY)}
        AND (${late ?? null}::boolean IS NULL OR late = ${late ?? null})`,
  );
  return row?.met ?? 0;
}

const met = (business: TestBusiness) =>
  asViewer(business.manager, (ctx) => listMet(ctx, business.id), { today: TODAY });

test("saying that it is open at night makes a business count for night cover", async () => {
  const { borough, business, hours, manager } = await scene();
  await hours("yes");
  expect(await figure(borough, "in_scope", true)).toBe(1);
  await hours("no");
  expect(await figure(borough, "in_scope", true)).toBe(0);
  expect(await figure(borough, "in_scope", false)).toBe(1);
  const premises = await asViewer(manager, (ctx) => getPremises(ctx, business.id));
  expect(premises).toMatchObject({ sector: "hotel", sectorLabel: "Hotels", opensLate: false });
  expect(await listAudit(borough, "business.declare_hours")).toMatchObject([
    { fields: ["opens_late"], businessId: business.id, details: { opensLate: "yes" } },
    { fields: ["opens_late"], businessId: business.id, details: { opensLate: "no" } },
  ]);
});

test("night cover is met while somebody trained works every shift, and no longer", async () => {
  const { borough, business, ada, ben, hours, declare, roster } = await scene();
  await hours("yes");
  const { shiftId } = await declare();
  expect(await figure(borough, "night_cover")).toBe(0);
  await roster(shiftId, [ben]);
  expect(await met(business)).not.toContain("night_cover");
  await roster(shiftId, [ada, ben]);
  expect(await met(business)).toContain("night_cover");
  expect(await figure(borough, "night_cover", true)).toBe(1);
  const second = await declare({ ...NIGHT, nights: "weekend" });
  expect(await figure(borough, "night_cover")).toBe(0);
  await roster(second.shiftId, [ada]);
  expect(await figure(borough, "night_cover")).toBe(1);
  await roster(shiftId, []);
  expect(await figure(borough, "night_cover")).toBe(0);
  // Put on again the same day, the row of that day goes on.
  await roster(shiftId, [ada]);
  expect(await figure(borough, "night_cover")).toBe(1);
});

test("the list shows who works each shift and whether they are trained, without who left", async () => {
  const { business, manager, ada, ben, place, hours, declare, roster } = await scene();
  await hours("yes");
  const { shiftId } = await declare({ nights: "weekend", startsAt: "23.00", endsAt: "7:00" });
  await roster(shiftId, [ada, ben, ada]);
  const read = () => asViewer(manager, (ctx) => listShifts(ctx, business.id), { today: TODAY });
  expect(await read()).toMatchObject([
    {
      id: shiftId,
      nights: "weekend",
      startsAt: "23:00",
      endsAt: "07:00",
      people: [
        { name: "Ada Example", trained: true },
        { name: "Ben Example", trained: false },
      ],
    },
  ]);
  await runCommand(recordLeaving, manager, { staffId: ada, leftOn: TODAY }, place);
  expect((await read())[0]?.people.map((person) => person.name)).toEqual(["Ben Example"]);
  const candidates = await asViewer(manager, (ctx) => listCandidates(ctx, business.id), {
    today: TODAY,
  });
  expect(candidates.map((person) => person.name)).toEqual(["Ben Example", "Test Manager"]);
});

test("a shift that ends needs nobody, and a business that closes at night has none", async () => {
  const { borough, business, manager, ada, place, hours, declare, roster } = await scene();
  await hours("yes");
  const [first, second] = [await declare(), await declare({ ...NIGHT, nights: "weekend" })];
  await roster(first.shiftId, [ada]);
  const end = (shiftId: string) => runCommand(endShift, manager, { shiftId }, place);
  await end(second.shiftId);
  expect(await figure(borough, "night_cover")).toBe(1);
  await expect(end(second.shiftId)).rejects.toThrow(Conflict);
  await expect(roster(second.shiftId, [ada])).rejects.toThrow(Conflict);
  await hours("no");
  expect(await figure(borough, "night_cover")).toBe(0);
  expect(await asViewer(manager, (ctx) => listShifts(ctx, business.id))).toEqual([]);
  const [, last] = await listAudit(borough, "business.declare_hours");
  expect(last?.details).toEqual({ opensLate: "no", shiftsEnded: 1 });
});

test("a shift is declared once, at night, and only where it is open at night", async () => {
  const { borough, hours, declare } = await scene();
  await expect(declare()).rejects.toThrow("Say first that you are open after 11pm");
  await hours("yes");
  await declare();
  await expect(declare()).rejects.toThrow("on your list already");
  await expect(declare({ ...NIGHT, startsAt: "09:00", endsAt: "17:00" })).rejects.toThrow(
    RuleBroken,
  );
  await expect(hours("perhaps")).rejects.toThrow("Choose whether you are open after 11pm");
  expect(await listAudit(borough, "shift.declare")).toMatchObject([
    { subjectType: "night_shift", details: { ...NIGHT } },
  ]);
});

test("a safeguarding lead counts while named, on the list and trained", async () => {
  const { borough, business, manager, ada, ben, place, lead } = await scene();
  await lead(ben);
  expect(await figure(borough, "safeguarding_lead")).toBe(0);
  await lead(ada);
  expect(await met(business)).toContain("safeguarding_lead");
  expect(await figure(borough, "safeguarding_lead")).toBe(1);
  await expect(lead(ada)).rejects.toThrow("already");
  const named = () => asViewer(manager, (ctx) => findLead(ctx, business.id), { today: TODAY });
  expect(await named()).toMatchObject({
    name: "Ada Example",
    working: true,
    trainedUntil: "2027-05-31",
  });
  await runCommand(recordLeaving, manager, { staffId: ada, leftOn: TODAY }, place);
  expect(await figure(borough, "safeguarding_lead")).toBe(0);
  expect(await named()).toMatchObject({ working: false });
  const entries = await listAudit(borough, "safeguarding.name_lead");
  expect(entries.map((entry) => entry.details)).toEqual([{ staff: ben }, { staff: ada }]);
  expect(JSON.stringify(entries)).not.toContain("Example");
});

test("nobody who waits, has left or works elsewhere is given a duty", async () => {
  const { borough, business, ada, hours, declare, roster, lead } = await scene();
  await hours("yes");
  const { shiftId } = await declare();
  const waiting = await mintStaff(borough, business, { name: "Cat Example" });
  const elsewhere = await mintBusiness(borough);
  const foreign = await scene();
  for (const id of [waiting, elsewhere.manager.staffId ?? "", foreign.ada]) {
    await expect(roster(shiftId, [ada, id])).rejects.toThrow(NotFound);
    await expect(lead(id)).rejects.toThrow(NotFound);
  }
  await foreign.hours("yes");
  await expect(foreign.roster(shiftId, [foreign.ada])).rejects.toThrow(NotFound);
  expect(await figure(borough, "night_cover")).toBe(0);
});

test("only a manager gives these orders, and only while the business is open", async () => {
  const { borough, business, ada, place, hours, lead } = await scene();
  const orders = [
    [declareHours, { opensLate: "yes" }],
    [declareShift, NIGHT],
    [nameLead, { staffId: ada }],
  ] as const;
  for (const viewer of [borough.admin, borough.officer, borough.police, borough.programme]) {
    for (const [command, input] of orders) {
      await expect(runCommand(command as never, viewer, input, place)).rejects.toThrow(Forbidden);
    }
  }
  await asOwner(
    [borough.code],
    (tx) =>
      tx`UPDATE businesses SET stage = 'closed' WHERE borough_code = ${borough.code} AND id = ${business.id}`,
  );
  await expect(hours("yes")).rejects.toThrow("closed or left out");
  await expect(lead(ada)).rejects.toThrow("closed or left out");
});
