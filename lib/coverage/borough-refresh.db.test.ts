import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { readScope, writeScope } from "@/lib/db/scope";
import { asOwner, closeOwner } from "@/lib/db/test/borough";
import { readBorough, recomputeBorough } from "@/lib/db/test/borough-oracle";
import {
  ALL_MET,
  applyToBorough,
  type BoroughWorld,
  boroughStep,
  FROM,
  makeBoroughWorld,
  rollBack,
  TO,
} from "@/lib/db/test/borough-world";
import { refreshBoroughMeasures } from "./borough-refresh";
import { checkCoverage } from "./check";

const LONG = Boolean(process.env.OMS_LONG);

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function expectTrue({ borough }: BoroughWorld): Promise<string[]> {
  const { cells, periods } = await readBorough(borough.code, FROM, TO);
  const facts = await recomputeBorough(borough.code, FROM, TO);
  expect(cells).toEqual(facts);
  expect(periods).toEqual(facts);
  return facts;
}

const check = (code: string) =>
  readScope({ role: "portal_borough", boroughs: [code] }, (tx) =>
    checkCoverage({ tx, boroughCode: code }),
  );

describe("what the borough itself meets", () => {
  it("equals a recompute from the facts after any run of operations, in every role that writes one", async () => {
    const met: Record<string, number> = {
      lead: 0,
      agreement: 0,
      meeting: 0,
      register: 0,
      call_handlers: 0,
      council_staff: 0,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(boroughStep, { minLength: 10, maxLength: 25 }), async (steps) => {
        const world = await makeBoroughWorld();
        for (const s of ALL_MET) await applyToBorough(world, s);
        for (const s of steps) await applyToBorough(world, s);
        for (const line of await expectTrue(world)) {
          const measure = line.split(" ")[0] ?? "";
          met[measure] = (met[measure] ?? 0) + 1;
        }
        expect(await check(world.borough.code)).toEqual([]);
      }),
      { numRuns: LONG ? 1_000 : 12 },
    );
    for (const [measure, times] of Object.entries(met)) {
      expect(times, `no run met ${measure}: the property proves nothing of it`).toBeGreaterThan(0);
    }
  }, 3_600_000);

  it("stays true when writers of several roles work at once and some roll back", async () => {
    const world = await makeBoroughWorld();
    const steps = fc.sample(boroughStep, LONG ? 2_000 : 80);
    await Promise.all(
      Array.from({ length: 4 }, async (_, writer) => {
        for (let i = writer; i < steps.length; i += 4) {
          const next = steps[i];
          if (next) await applyToBorough(world, next);
          if (i % 3 === 0) await rollBack(world);
        }
      }),
    );
    await expectTrue(world);
  }, 1_800_000);

  it("is found by the nightly check when a cell says otherwise", async () => {
    const { borough } = await makeBoroughWorld();
    const { code } = borough;
    await asOwner(
      [code],
      (tx) => tx`INSERT INTO coverage_cells (borough_code, ward, sector, measure, month, delta)
        VALUES (${code}, '', '', 'lead', '2026-01-01', 1)`,
    );
    const place = { measure: "lead", sector: "", month: "2026-01-01" };
    expect(await check(code)).toEqual([
      { kind: "total", ...place, kept: 0, computed: 1 },
      { kind: "borough", ...place, kept: 1, computed: 0 },
    ]);
  });
});

describe("police", () => {
  it("move the figure of call handlers and no other", async () => {
    const { borough } = await makeBoroughWorld();
    const { code: boroughCode } = borough;
    const asPolice = (statement: string) =>
      writeScope({ role: "portal_police", boroughs: [boroughCode] }, (tx) => tx.execute(statement));
    for (const measure of ["lead", "council_staff"]) {
      await expect(
        asPolice(
          `INSERT INTO borough_periods VALUES ('${boroughCode}', '${measure}', '2026-01-01')`,
        ),
      ).rejects.toMatchObject({ cause: { code: "42501" } });
      await expect(
        asPolice(`INSERT INTO coverage_cells (borough_code, ward, sector, measure, month, delta)
          VALUES ('${boroughCode}', '', '', '${measure}', '2026-01-01', 1)`),
      ).rejects.toMatchObject({ cause: { code: "42501" } });
    }
    await writeScope({ role: "portal_police", boroughs: [boroughCode] }, (tx) =>
      refreshBoroughMeasures({ tx, boroughCode }, ["call_handlers"]),
    );
  });
});
