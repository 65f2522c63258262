import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { arrayOf } from "@/lib/db/arrays";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner } from "@/lib/db/test/borough";
import {
  findTotalFaults,
  readFigures,
  recomputeFigures,
  withoutTeams,
} from "@/lib/db/test/coverage-oracle";
import { EVERYTHING_MET, step } from "@/lib/db/test/coverage-steps";
import { apply, asBorough, FROM, makeWorld, TO, type World } from "@/lib/db/test/coverage-world";
import { compare, FEW } from "./kept-plans";
import { refreshCoverage } from "./refresh";

const LONG = Boolean(process.env.OMS_LONG);
/** The long run: at least 100,000 random operations (quality.md, row 32). */
const RUNS = LONG ? 1_700 : 20;
const FEWEST = 55;

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function expectTrue(world: World): Promise<void> {
  const told = await readFigures(world.code, FROM, TO);
  expect(told).toEqual(withoutTeams(await recomputeFigures(world.code, FROM, TO)));
  expect(await findTotalFaults(world.code)).toEqual([]);
}

describe("coverage", () => {
  it("equals a recompute from the facts after any run of operations", async () => {
    let operations = 0;
    const met: Record<string, number> = {
      trained: 0,
      anyone_trained: 0,
      night_cover: 0,
      materials: 0,
      safeguarding_lead: 0,
      practices: 0,
      reporting_route: 0,
      records: 0,
    };
    const some = fc.array(step, { minLength: FEWEST, maxLength: FEWEST + 15 });
    await fc.assert(
      fc.asyncProperty(some, async (steps) => {
        const world = await makeWorld(2);
        for (const s of [...EVERYTHING_MET, ...steps]) await apply(world, s);
        operations += EVERYTHING_MET.length + steps.length;
        await expectTrue(world);
        const told = await readFigures(world.code, FROM, TO);
        for (const key of Object.keys(told)) {
          const measure = key.split("|")[0] ?? "";
          if (measure in met) met[measure] = (met[measure] ?? 0) + 1;
        }
      }),
      { numRuns: RUNS },
    );
    expect(operations).toBeGreaterThanOrEqual(LONG ? 100_000 : 1_000);
    for (const [measure, times] of Object.entries(met)) {
      expect(times, `no run met ${measure}: the property proves nothing of it`).toBeGreaterThan(0);
    }
  }, 7_200_000);

  it("stays true when eight writers work on the same businesses and a third of them roll back", async () => {
    const world = await makeWorld(4);
    const rounds = LONG ? 200 : 15;
    const steps = fc.sample(step, rounds * 8);
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; i < rounds; i += 1) {
          const next = steps[writer * rounds + i];
          if (!next) continue;
          if (i % 3 === 2) await rollBack(world);
          else await apply(world, next);
        }
      }),
    );
    await expectTrue(world);
  }, 1_800_000);

  it("counts again in bulk what it counted one by one", async () => {
    const world = await makeWorld(4);
    for (const s of fc.sample(step, 60)) await apply(world, s);
    const before = await readFigures(world.code, FROM, TO);
    await asBorough(world.code, (tx) =>
      refreshCoverage({ tx, boroughCode: world.code }, world.ids),
    );
    expect(await readFigures(world.code, FROM, TO)).toEqual(before);
  });

  it("finds the same differences with the plans that are kept as with plans made for them", async () => {
    const world = await makeWorld(4);
    for (const s of fc.sample(step, 60)) await apply(world, s);
    await asBorough(world.code, async (tx) => {
      await tx.execute(sql`DELETE FROM standing_periods WHERE borough_code = ${world.code}
        AND measure IN ('in_scope', 'trained')`);
      await tx.execute(sql`DELETE FROM follow_ups WHERE borough_code = ${world.code}`);
      const businesses = arrayOf(world.ids, "uuid");
      for (const name of ["compare_standing", "compare_follow_ups"] as const) {
        const [few = [], many] = await Promise.all(
          [world.ids.length, FEW + 1].map(async (count) => {
            const rows = await tx.execute(compare(name, world.code, businesses, count));
            return rows.map((row) => JSON.stringify(row)).sort();
          }),
        );
        expect(few.length, name).toBeGreaterThan(0);
        expect(few, name).toEqual(many);
      }
    });
  });
});

/** Touches every business and takes it back. */
async function rollBack(world: World): Promise<void> {
  const stop = new Error("roll back");
  await asBorough(world.code, async (tx) => {
    const some = sql`borough_code = ${world.code} AND id = ANY (${arrayOf(world.ids, "uuid")})`;
    await tx.execute(sql`SELECT 1 FROM businesses WHERE ${some} ORDER BY id FOR NO KEY UPDATE`);
    await tx.execute(sql`UPDATE businesses SET ward = 'Nowhere' WHERE ${some}`);
    await refreshCoverage({ tx, boroughCode: world.code }, world.ids);
    throw stop;
  }).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
}
