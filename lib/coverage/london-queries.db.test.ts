import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBusiness } from "@/lib/businesses/commands";
import { asViewer, runCommand } from "@/lib/command";
import { addDays, londonDate, monthStart } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { ADDED_ON, addPremises, enrolPremises } from "@/lib/db/test/premises";
import { NotFound } from "@/lib/errors";
import { COUNTS } from "./choice";
import { stepsOf } from "./london";
import { listMeasureSteps, listPlaceShares, listSteps, NO_WARD } from "./london-queries";
import { getBusinessRecord } from "./police-business-queries";
import { countBusinessesForPolice, getBusinessForPolice } from "./police-queries";

let borough: TestBorough;
let neighbour: TestBorough;
let hotel: string;
const today = londonDate(new Date());
const countOf = (id: string) => {
  const found = COUNTS.find((count) => count.id === id);
  if (!found) throw new Error(`${id} is not counted.`);
  return found;
};
const [enrolled, lead, nightCover] = [countOf("enrolled"), countOf("lead"), countOf("night_cover")];

beforeAll(async () => {
  borough = await mintBorough();
  neighbour = await mintBorough();
  hotel = await addPremises(borough, "The Quiet Lantern", "hotel");
  await enrolPremises(borough, hotel, 6);
  await addPremises(borough, "The Paper Kettle", "taxi");
  await addPremises(neighbour, "The Velvet Barge", "hotel");
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** Police of `borough`'s area, who compare it with the neighbour. */
const police = (): TestBorough["police"] => ({
  ...borough.police,
  countBoroughs: [borough.code, neighbour.code],
});

const total = (steps: { boroughCode: string; met: number; of: number }[], code: string) =>
  steps
    .filter((step) => step.boroughCode === code)
    .reduce((sum, { met, of }) => ({ met: sum.met + met, of: sum.of + of }), { met: 0, of: 0 });

const ask = (filter: Parameters<typeof listSteps>[3] = {}, viewer = police()) =>
  asViewer(viewer, (ctx) => listSteps(ctx, [borough.code, neighbour.code], enrolled, filter));

describe("London's counts", () => {
  it("compare boroughs on one definition, also one whose rows are shut", async () => {
    const steps = await ask();
    expect(total(steps, borough.code)).toEqual({ met: 1, of: 2 });
    expect(total(steps, neighbour.code)).toEqual({ met: 0, of: 1 });
    await expect(
      asViewer(police(), (ctx) => countBusinessesForPolice(ctx, neighbour.code, {})),
    ).rejects.toThrow(NotFound);
  });

  it("hold nothing of a borough nobody lets them compare", async () => {
    const steps = await ask({}, borough.police);
    expect(steps.map((step) => step.boroughCode)).not.toContain(neighbour.code);
  });

  it("narrow to a sector, and one borough's to businesses whose ward nobody knows", async () => {
    expect(total(await ask({ sector: "taxi" }), borough.code)).toEqual({ met: 0, of: 1 });
    const inWard = async (ward: string) => {
      const cells = await asViewer(police(), (ctx) =>
        listMeasureSteps(ctx, borough.code, { ward }),
      );
      return total(stepsOf(cells, borough.code, enrolled), borough.code);
    };
    expect(await inWard(NO_WARD)).toEqual({ met: 1, of: 2 });
    expect(await inWard("Abbey")).toEqual({ met: 0, of: 0 });
  });

  it("take night cover out of those open late alone", async () => {
    const early = { name: "The Tin Heron", address: "2 Invented Street", postcode: "W1J 7RW" };
    await runCommand(
      addBusiness,
      neighbour.officer,
      { ...early, sector: "hotel", opensLate: "no" },
      { boroughCode: neighbour.code },
    );
    const ofNeighbour = async (count: typeof enrolled) => {
      const steps = await asViewer(police(), (ctx) => listSteps(ctx, [neighbour.code], count));
      return total(steps, neighbour.code);
    };
    expect(await ofNeighbour(nightCover)).toEqual({ met: 0, of: 1 });
    expect(await ofNeighbour(enrolled)).toEqual({ met: 0, of: 2 });
  });

  it("count what a borough does itself whatever the sector", async () => {
    await asOwner(
      [borough.code],
      (tx) => tx`INSERT INTO coverage_cells (borough_code, measure, sector, ward, month, delta)
        VALUES (${borough.code}, 'lead', '', '', ${monthStart(today)}, 1)`,
    );
    const steps = await asViewer(police(), (ctx) =>
      listSteps(ctx, [borough.code], lead, { sector: "hotel" }),
    );
    expect(total(steps, borough.code)).toEqual({ met: 1, of: 2 });
    const cells = await asViewer(police(), (ctx) =>
      listMeasureSteps(ctx, borough.code, { sector: "hotel" }),
    );
    expect(cells.find((cell) => cell.measure === "lead")?.delta).toBe(1);
    const inScope = cells.filter((cell) => cell.measure === "in_scope");
    expect(inScope.reduce((sum, cell) => sum + cell.delta, 0)).toBe(1);
  });

  it("by sector and ward add up to the borough's own figure", async () => {
    const places = await asViewer(police(), (ctx) =>
      listPlaceShares(ctx, borough.code, enrolled, monthStart(today)),
    );
    expect(places).toEqual([
      { sector: "hotel", ward: "", met: 1, of: 1 },
      { sector: "taxi", ward: "", met: 0, of: 1 },
    ]);
  });
});

describe("a business as police see it", () => {
  it("has its measures with their months, and visits without who went", async () => {
    const userId = randomUUID();
    await asOwner([borough.code], async (tx) => {
      const day = addDays(today, -10);
      await tx`INSERT INTO visits (borough_code, id, business_id, state, planned_on, visited_on, visited_by, outcome)
        VALUES (${borough.code}, gen_random_uuid(), ${hotel}, 'done', ${day}, ${day}, ${userId}, 'seen'),
          (${borough.code}, gen_random_uuid(), ${hotel}, 'cancelled', ${today}, NULL, NULL, NULL)`;
    });
    const record = await asViewer(police(), (ctx) => getBusinessRecord(ctx, borough.code, hotel));
    expect(record.periods).toContainEqual({
      measure: "enrolled",
      metFrom: monthStart(ADDED_ON),
      metUntil: null,
    });
    expect(record.visits).toEqual([
      {
        state: "done",
        on: addDays(today, -10),
        outcome: "seen",
        headcount: null,
        nextVisitOn: null,
      },
    ]);
    expect(JSON.stringify(record)).not.toContain(userId);
  });

  it("is found by what it does not meet, its sector and its ward", async () => {
    const count = (filter: Parameters<typeof countBusinessesForPolice>[2]) =>
      asViewer(police(), (ctx) => countBusinessesForPolice(ctx, borough.code, filter));
    expect(await count({ gap: "enrolled" })).toBe(1);
    expect(await count({ gap: "night_cover", sector: "hotel" })).toBe(1);
    expect(await count({ sector: "hotel", ward: NO_WARD })).toBe(1);
    expect(await count({ ward: "Abbey" })).toBe(0);
  });

  it("is not there for police of another area", async () => {
    await expect(
      asViewer(neighbour.police, (ctx) => getBusinessForPolice(ctx, borough.code, hotel)),
    ).rejects.toThrow(NotFound);
    const record = await asViewer(neighbour.police, (ctx) =>
      getBusinessRecord(ctx, borough.code, hotel),
    );
    expect(record).toEqual({ periods: [], visits: [] });
  });
});
