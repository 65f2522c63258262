import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { arrayOf } from "@/lib/db/arrays";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner } from "@/lib/db/test/borough";
import { findTotalFaults, readFigures, recomputeFigures } from "@/lib/db/test/coverage-oracle";
import { EVERYTHING_MET, step } from "@/lib/db/test/coverage-steps";
import { apply, asBorough, FROM, makeWorld, TO, type World } from "@/lib/db/test/coverage-world";
import { refreshCoverage } from "./refresh";

const LONG = Boolean(process.env.OMS_LONG);

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A council team is no business: the oracle leaves it out as the portal does. */
const withoutTeams = (figures: Record<string, number>) =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => !key.includes("|council_team|")));

async function expectTrue(world: World): Promise<void> {
  const told = await readFigures(world.code, FROM, TO);
  const true_ = withoutTeams(await recomputeFigures(world.code, FROM, TO));
  expect(told).toEqual(true_);
  expect(await findTotalFaults(world.code)).toEqual([]);
}

describe("coverage", () => {
  it("equals a recompute from the facts after any run of operations", async () => {
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
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 70 }), async (steps) => {
        const world = await makeWorld(2);
        for (const s of [...EVERYTHING_MET, ...steps]) await apply(world, s);
        await expectTrue(world);
        const told = await readFigures(world.code, FROM, TO);
        for (const key of Object.keys(told)) {
          const measure = key.split("|")[0] ?? "";
          if (measure in met) met[measure] = (met[measure] ?? 0) + 1;
        }
      }),
      { numRuns: LONG ? 2_000 : 20 },
    );
    for (const [measure, times] of Object.entries(met)) {
      expect(times, `no run met ${measure}: the property proves nothing of it`).toBeGreaterThan(0);
    }
  }, 3_600_000);

  it("stays true when eight writers work on the same businesses and a third of them roll back", async () => {
    const world = await makeWorld(4);
    const rounds = LONG ? 400 : 20;
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
