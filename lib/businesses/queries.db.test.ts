import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises, enrolPremises } from "@/lib/db/test/premises";
import { NotFound } from "@/lib/errors";
import { viewStaffNames } from "@/lib/people/names-command";
import { MEASURED, readFilter } from "./filters";
import { getBusiness, listBusinesses, type PlaceInList } from "./queries";
import { closeBusiness } from "./stage-commands";

let borough: TestBorough;
let other: TestBorough;
let foreign: string;
const ids: string[] = [];

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
  foreign = await addPremises(other, "Apple Cars", "taxi");
  for (const name of ["banana 50% Cars", "Apple Cars", "apple_cart", "Cherry"]) {
    ids.push(await addPremises(borough, name, "taxi"));
  }
  await enrolPremises(borough, ids[1] ?? "");
  await runCommand(
    closeBusiness,
    borough.officer,
    { businessId: ids[3] },
    { boroughCode: borough.code },
  );
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const list = (params: Record<string, string>, place: PlaceInList = null) =>
  asViewer(borough.officer, (ctx) => listBusinesses(ctx, readFilter(params), place));
const names = async (params: Record<string, string>) =>
  (await list(params)).rows.map((row) => row.name);

describe("the list of businesses", () => {
  it("shows those in scope by name whatever the case, and of this borough alone", async () => {
    expect(await names({})).toEqual(["Apple Cars", "apple_cart", "banana 50% Cars"]);
    expect(await names({ stage: "all" })).toContain("Cherry");
    expect(await names({ stage: "closed" })).toEqual(["Cherry"]);
  });

  it("searches in names, and by the beginning of a postcode with or without its space", async () => {
    expect(await names({ search: "CARS" })).toEqual(["Apple Cars", "banana 50% Cars"]);
    expect((await list({ search: "w1j7" })).total).toBe(3);
    expect((await list({ search: "W1J 7" })).total).toBe(3);
  });

  it("takes % and _ as the letters they are", async () => {
    expect(await names({ search: "%" })).toEqual(["banana 50% Cars"]);
    expect(await names({ search: "e_c" })).toEqual(["apple_cart"]);
  });

  it("goes on after, and back before, one business", async () => {
    const after = await list({}, { after: ids[1] ?? "" });
    expect(after.rows.map((row) => row.name)).toEqual(["apple_cart", "banana 50% Cars"]);
    expect(after).toMatchObject({ total: 3, nextAfter: null, previousBefore: ids[2] });
    const before = await list({}, { before: ids[0] ?? "" });
    expect(before.rows.map((row) => row.name)).toEqual(["Apple Cars", "apple_cart"]);
    expect(before).toMatchObject({ nextAfter: ids[2], previousBefore: null });
  });

  it("agrees with the dashboard's cells for every measure, met and not met", async () => {
    for (const measure of MEASURED) {
      const [cell] = await asOwner(
        [borough.code],
        (tx) =>
          tx`SELECT coalesce(sum(delta) FILTER (WHERE measure = ${measure}), 0)::int AS met,
             coalesce(sum(delta) FILTER (WHERE measure = 'in_scope'), 0)::int AS whole
           FROM coverage_cells WHERE borough_code = ${borough.code} AND month <= current_date`,
      );
      expect((await list({ meets: measure })).total).toBe(cell?.met);
      expect((await list({ gap: measure })).total).toBe(cell?.whole - cell?.met);
    }
    expect(await names({ meets: "enrolled" })).toEqual(["Apple Cars"]);
  });
});

describe("one business", () => {
  it("is not found from another borough", async () => {
    await expect(asViewer(borough.officer, (ctx) => getBusiness(ctx, foreign))).rejects.toThrow(
      NotFound,
    );
  });

  it("shows its staff's names only with an entry in the trail, and not to another borough", async () => {
    const [businessId = ""] = ids;
    await asOwner(
      [borough.code],
      (tx) =>
        tx`INSERT INTO staff_members (borough_code, id, business_id, name, name_key, joined_on)
        VALUES (${borough.code}, ${randomUUID()}, ${businessId}, 'Orla Fennick', 'orla fennick', '2026-01-06')`,
    );
    const shown = await runCommand(
      viewStaffNames,
      borough.officer,
      { businessId },
      { boroughCode: borough.code },
    );
    expect(shown.map((person) => person.name)).toEqual(["Orla Fennick"]);
    const trail = await asOwner(
      [borough.code],
      (tx) =>
        tx`SELECT details FROM audit_entries WHERE borough_code = ${borough.code}
        AND business_id = ${businessId} AND action = 'staff.view_names'`,
    );
    expect(trail).toEqual([{ details: { names: 1 } }]);
    await expect(
      runCommand(viewStaffNames, other.officer, { businessId }, { boroughCode: other.code }),
    ).rejects.toThrow(NotFound);
  });
});
