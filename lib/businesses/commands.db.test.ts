import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, businessRow, managerOf, newestAudit } from "@/lib/db/test/premises";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { addBusiness, declareHeadcount, editBusiness } from "./commands";

let borough: TestBorough;
let other: TestBorough;

const details = {
  name: "The Painted Heron",
  address: "1 Invented Street, London",
  postcode: "w1j 7rw",
  sector: "licensed_premises",
  opensLate: "no",
};

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const here = () => ({ boroughCode: borough.code });

describe("adding a business", () => {
  it("puts it in scope from today, counts it, and records who added it", async () => {
    const { businessId } = await runCommand(addBusiness, borough.officer, details, here());
    expect(await businessRow(borough.code, businessId)).toMatchObject({
      stage: "in_scope",
      postcode: "W1J 7RW",
    });
    const [counted] = await asOwner(
      [borough.code],
      (tx) =>
        tx`SELECT sum(delta)::int AS n FROM coverage_cells WHERE borough_code = ${borough.code} AND measure = 'in_scope'`,
    );
    expect(counted?.n).toBe(1);
    expect(await newestAudit(borough.code, businessId)).toMatchObject({
      action: "business.add",
      actor_role: "borough_officer",
    });
  });

  it("takes the name of a company once, whatever its capitals, and may leave it out again", async () => {
    const own = await mintBorough();
    const there = { boroughCode: own.code };
    const companyIds = () =>
      asOwner(
        [own.code],
        (tx) => tx`SELECT b.name, b.operator_id, o.name AS company FROM businesses b
          LEFT JOIN operators o ON o.borough_code = b.borough_code AND o.id = b.operator_id
          WHERE b.borough_code = ${own.code} ORDER BY b.name`,
      );
    const named = (name: string, company: string) => ({ ...details, name, company });
    const first = await runCommand(addBusiness, own.officer, named("A", " Kettle  Inns "), there);
    await runCommand(addBusiness, own.officer, named("B", "KETTLE INNS"), there);
    const [a, b] = await companyIds();
    expect([a?.company, b?.company]).toEqual(["Kettle Inns", "Kettle Inns"]);
    expect(a?.operator_id).toBe(b?.operator_id);
    const without = { ...named("A", ""), businessId: first.businessId };
    await runCommand(editBusiness, own.officer, without, there);
    expect((await companyIds()).map((row) => row.company)).toEqual([null, "Kettle Inns"]);
  });

  it("refuses the same name at the same postcode", async () => {
    const again = { ...details, name: "THE PAINTED HERON" };
    await expect(runCommand(addBusiness, borough.officer, again, here())).rejects.toThrow(
      /already/,
    );
  });

  it("refuses a sector the borough does not have, and the council's own teams", async () => {
    for (const sector of ["circus", "council_team"]) {
      const wrong = { ...details, name: "Another", sector };
      await expect(runCommand(addBusiness, borough.officer, wrong, here())).rejects.toThrow(
        RuleBroken,
      );
    }
  });

  it("refuses a postcode that is none", async () => {
    const wrong = { ...details, name: "Another", postcode: "London" };
    await expect(runCommand(addBusiness, borough.officer, wrong, here())).rejects.toThrow(
      /W1J 7RW/,
    );
  });

  it("refuses the police and an officer of another borough", async () => {
    await expect(runCommand(addBusiness, borough.police, details, here())).rejects.toThrow(
      Forbidden,
    );
    await expect(runCommand(addBusiness, other.officer, details, here())).rejects.toThrow(
      Forbidden,
    );
  });
});

describe("correcting a business", () => {
  it("saves it, moves it to its new sector in the figures, and records the fields", async () => {
    const businessId = await addPremises(borough, "The Blue Lantern");
    const changed = { ...details, businessId, name: "The Blue Lantern Hotel", sector: "hotel" };
    await runCommand(editBusiness, borough.admin, changed, here());
    expect(await businessRow(borough.code, businessId)).toMatchObject({
      name: "The Blue Lantern Hotel",
      sector: "hotel",
    });
    const [hotels] = await asOwner(
      [borough.code],
      (tx) =>
        tx`SELECT sum(delta)::int AS n FROM coverage_cells
        WHERE borough_code = ${borough.code} AND measure = 'in_scope' AND sector = 'hotel'`,
    );
    expect(hotels?.n).toBe(1);
    expect((await newestAudit(borough.code, businessId))?.fields).toContain("sector");
  });

  it("does not find a business of another borough", async () => {
    const businessId = await addPremises(other);
    const changed = { ...details, businessId };
    await expect(runCommand(editBusiness, borough.officer, changed, here())).rejects.toThrow(
      NotFound,
    );
    expect(await businessRow(other.code, businessId)).toMatchObject({ name: "The Painted Heron" });
  });

  it("refuses its manager", async () => {
    const businessId = await addPremises(borough, "The Green Kettle");
    const order = runCommand(
      editBusiness,
      managerOf(borough, businessId),
      { ...details, businessId },
      here(),
    );
    await expect(order).rejects.toThrow(Forbidden);
  });
});

describe("declaring a headcount", () => {
  it("is done by an officer, and by the manager for their own business", async () => {
    const businessId = await addPremises(borough, "The Copper Kite");
    await runCommand(declareHeadcount, borough.officer, { businessId, headcount: "1,200" }, here());
    expect(await businessRow(borough.code, businessId)).toMatchObject({ headcount: 1200 });
    const manager = managerOf(borough, businessId);
    await runCommand(declareHeadcount, manager, { businessId, headcount: 12 }, here());
    expect(await businessRow(borough.code, businessId)).toMatchObject({ headcount: 12 });
    expect(await newestAudit(borough.code, businessId)).toMatchObject({
      action: "business.declare_headcount",
      actor_role: "business_manager",
      details: { headcount: 12 },
    });
  });

  it("does not let a manager reach the business next door", async () => {
    const businessId = await addPremises(borough, "The Silver Oar");
    const neighbour = await addPremises(borough, "The Silver Sail");
    const order = runCommand(
      declareHeadcount,
      managerOf(borough, businessId),
      { businessId: neighbour, headcount: 3 },
      here(),
    );
    await expect(order).rejects.toThrow(NotFound);
  });

  it.each(["0", "", "twelve", "1.5", "20001", -3])("refuses %j", async (headcount) => {
    const businessId = "00000000-0000-4000-8000-000000000000";
    const order = runCommand(declareHeadcount, borough.officer, { businessId, headcount }, here());
    await expect(order).rejects.toThrow(RuleBroken);
  });
});
