import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAssignments } from "@/lib/assignments/queries";
import { declareHeadcount, editBusiness } from "@/lib/businesses/commands";
import { readFilter } from "@/lib/businesses/filters";
import { listBusinesses } from "@/lib/businesses/queries";
import { asViewer, runCommand } from "@/lib/command";
import { countFollowUps, listUntrainedGroups } from "@/lib/coverage/dashboard-queries";
import { listBusinessesForPolice } from "@/lib/coverage/police-queries";
import { addDays, londonDate, monthEnd, monthStart } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { enrolPremises, newestAudit } from "@/lib/db/test/premises";
import { mintBusiness, mintCertificate, mintStaff, type TestBusiness } from "@/lib/db/test/staffed";
import { Forbidden } from "@/lib/errors";
import { listMetNow } from "./queries";
import { addTeam, setTarget, setThreshold } from "./settings-commands";
import { listTargets, listTeams } from "./settings-queries";

let borough: TestBorough;
const today = londonDate(new Date());
const thisMonth = monthStart(today);

beforeAll(async () => {
  borough = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const here = () => ({ boroughCode: borough.code });

describe("a target", () => {
  it("is kept with its month, and recorded", async () => {
    const input = { counted: "prevent", share: "60%", fromOn: thisMonth };
    await runCommand(setTarget, borough.admin, input, here());
    expect(await asViewer(borough.officer, listTargets)).toEqual([
      { counted: "prevent", share: 60, fromOn: thisMonth },
    ]);
    expect(await newestAudit(borough.code)).toMatchObject({
      action: "target.set",
      details: { counted: "prevent", share: 60, from_on: thisMonth },
    });
  });

  it.each([
    ["an officer", "officer", {}, Forbidden],
    ["a past month", "admin", { fromOn: monthStart(today, -1) }, /month from the list/],
    ["a day that begins no month", "admin", { fromOn: addDays(thisMonth, 1) }, /month/],
    ["more than all", "admin", { share: "101" }, /from 1 to 100/],
    ["what is not counted", "admin", { counted: "score" }, /what the target is for/],
  ] as const)("refuses %s", async (_what, who, change, error) => {
    const input = { counted: "prevent", share: "60", fromOn: thisMonth, ...change };
    await expect(runCommand(setTarget, borough[who], input, here())).rejects.toThrow(error);
  });
});

/** Three of four people of a hotel are trained for a year. */
async function threeOfFour(): Promise<TestBusiness> {
  const business = await mintBusiness(borough);
  const ids = [business.manager.staffId ?? ""];
  for (const name of ["Ann Ash", "Bea Birch", "Cal Cedar"]) {
    ids.push(await mintStaff(borough, business, { name, confirmedOn: "2026-02-02" }));
  }
  for (const staffId of ids.slice(0, 3)) {
    await mintCertificate(borough, business, {
      staffId,
      courseSlug: "spot-the-signs",
      issuedOn: monthStart(today, -2),
      expiresOn: monthEnd(today, 10),
    });
  }
  await runCommand(
    declareHeadcount,
    borough.officer,
    { businessId: business.id, headcount: 4 },
    here(),
  );
  return business;
}

const trainedIn = async (businessId: string) => {
  const rows = await asOwner(
    [borough.code],
    (tx) => tx`SELECT met_from::text, met_until::text FROM standing_periods
      WHERE borough_code = ${borough.code} AND business_id = ${businessId} AND measure = 'trained'`,
  );
  return rows.map((row) => [row.met_from, row.met_until]);
};

describe("a threshold", () => {
  it("counts every business again at once, from its month and not before", async () => {
    const { id } = await threeOfFour();
    expect(await trainedIn(id)).toEqual([]);
    const set = (trainedShare: number, fromOn: string) =>
      runCommand(setThreshold, borough.admin, { trainedShare, fromOn }, here());
    await set(75, thisMonth);
    expect(await trainedIn(id)).toEqual([[thisMonth, monthStart(today, 11)]]);
    expect(await newestAudit(borough.code)).toMatchObject({
      action: "threshold.set",
      details: { trained_share: 75, from_on: thisMonth },
    });
    await set(90, monthStart(today, 3));
    expect(await trainedIn(id)).toEqual([[thisMonth, monthStart(today, 3)]]);
  });

  it("refuses an officer, less than half, and a past month", async () => {
    const input = { trainedShare: 80, fromOn: thisMonth };
    await expect(runCommand(setThreshold, borough.officer, input, here())).rejects.toThrow(
      Forbidden,
    );
    for (const change of [{ trainedShare: 49 }, { fromOn: monthStart(today, -1) }]) {
      await expect(
        runCommand(setThreshold, borough.admin, { ...input, ...change }, here()),
      ).rejects.toThrow(/50 to 100|month/);
    }
  });
});

describe("a council team", () => {
  const details = { name: "Licensing", address: "1 Invented Street", postcode: "w1j 7rw" };

  it("is counted among the teams at once, and never among businesses", async () => {
    const own = await mintBorough();
    const options = { boroughCode: own.code };
    const input = { ...details, headcount: "2" };
    const { teamId } = await runCommand(addTeam, own.admin, input, options);
    await enrolPremises(own, teamId);
    expect(await asViewer(own.officer, listTeams)).toMatchObject([
      { id: teamId, headcount: 2, trained: 0 },
    ]);
    const all = { ...readFilter({}), stage: "all" as const };
    const lists = await asViewer(own.officer, async (ctx) => ({
      businesses: (await listBusinesses(ctx, all, null)).total,
      work: Object.keys(await countFollowUps(ctx, own.code)).length,
      gaps: (await listUntrainedGroups(ctx, own.code, 5)).length,
      training: (await listAssignments(ctx, { courseSlug: null, state: null }, null)).rows.length,
    }));
    expect(lists).toEqual({ businesses: 0, work: 0, gaps: 0, training: 0 });
    const police = await asViewer(own.police, (ctx) => listBusinessesForPolice(ctx, own.code, {}));
    expect(police.rows).toEqual([]);
    const [counted] = await asOwner(
      [own.code],
      (tx) => tx`SELECT count(*)::int AS n FROM coverage_cells WHERE borough_code = ${own.code}
        AND measure = 'in_scope'`,
    );
    expect(counted?.n).toBe(0);
    const edit = { ...details, businessId: teamId, sector: "hotel", opensLate: "no" };
    await expect(runCommand(editBusiness, own.officer, edit, options)).rejects.toThrow(
      "not a business",
    );
  });

  it("meets the measure when nine in ten of its people are briefed", async () => {
    const own = await mintBorough();
    const options = { boroughCode: own.code };
    const { teamId } = await runCommand(addTeam, own.admin, { ...details, headcount: 1 }, options);
    const team = { id: teamId, manager: (await mintBusiness(own)).manager };
    const staffId = await mintStaff(own, team, { name: "Dan Dogwood", confirmedOn: "2026-02-02" });
    await mintCertificate(own, team, {
      staffId,
      courseSlug: "council-staff",
      issuedOn: thisMonth,
      expiresOn: monthEnd(today, 5),
    });
    const declare = (headcount: number) =>
      runCommand(declareHeadcount, own.officer, { businessId: teamId, headcount }, options);
    await declare(1);
    expect(await asViewer(own.officer, listMetNow)).toEqual({
      council_staff: { metUntil: monthStart(today, 6) },
    });
    await declare(2);
    expect(await asViewer(own.officer, listMetNow)).toEqual({});
  });

  it("is an administrator's to add", async () => {
    const input = { ...details, headcount: 2 };
    await expect(runCommand(addTeam, borough.officer, input, here())).rejects.toThrow(Forbidden);
    await expect(
      runCommand(addTeam, borough.admin, { ...input, headcount: 0 }, here()),
    ).rejects.toThrow("1 or more");
  });
});
