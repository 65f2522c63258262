import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { FIRST_VISIT_DAYS, FOLLOW_UPS, LAPSE_DAYS } from "@/lib/businesses/follow-up-kinds";
import { ANSWER_DAYS } from "@/lib/businesses/model";
import { addDays } from "@/lib/dates";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner } from "@/lib/db/test/borough";
import { EVERYTHING_MET, step } from "@/lib/db/test/coverage-steps";
import { apply, asBorough, makeWorld, type World } from "@/lib/db/test/coverage-world";
import { refreshTouched } from "./touch";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** Businesses with a follow-up of a kind on a day: by the rows, and by the cells. */
async function countOn(code: string, kind: string, day: string) {
  const [row] = await asOwner(
    [code],
    (tx) => tx<{ rows: number; businesses: number; cells: number }[]>`
      SELECT count(*)::int AS rows, count(DISTINCT business_id)::int AS businesses,
        (SELECT coalesce(sum(delta), 0)::int FROM follow_up_cells
          WHERE borough_code = ${code} AND kind = ${kind} AND day <= ${day}) AS cells
      FROM follow_ups WHERE borough_code = ${code} AND kind = ${kind} AND from_on <= ${day}
        AND (until_on IS NULL OR until_on > ${day})`,
  );
  return row;
}

const touchAll = (world: World) =>
  asBorough(world.code, (tx) => refreshTouched({ tx, boroughCode: world.code }, world.ids));

describe("follow-ups", () => {
  it("are counted by day as the rows say, a business once a kind, after any run of operations", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const world = await makeWorld(3);
        for (const s of [...EVERYTHING_MET, ...steps]) await apply(world, s);
        await touchAll(world);
        for (const { id } of FOLLOW_UPS) {
          for (const day of ["2025-01-15", "2025-06-30", "2026-02-28", "2026-12-01"]) {
            const found = await countOn(world.code, id, day);
            expect(found?.cells, `${id} on ${day}`).toBe(found?.rows);
            expect(found?.businesses, `${id} on ${day}, each once`).toBe(found?.rows);
            seen += found?.rows ?? 0;
          }
        }
      }),
      { numRuns: process.env.OMS_LONG ? 300 : 4 },
    );
    expect(seen).toBeGreaterThan(0);
  }, 600_000);

  it("come up on their day and go when what they ask for is done", async () => {
    const world = await makeWorld(1);
    const [businessId = ""] = world.ids;
    const key = { boroughCode: world.code, businessId };
    await touchAll(world);
    const visitDay = addDays("2025-01-01", FIRST_VISIT_DAYS);
    expect((await countOn(world.code, "visit", addDays(visitDay, -1)))?.cells).toBe(0);
    expect((await countOn(world.code, "visit", visitDay))?.cells).toBe(1);

    await asBorough(world.code, async (tx) => {
      await tx.execute(sql`UPDATE businesses SET stage = 'invited', stage_on = '2025-03-01'
        WHERE borough_code = ${key.boroughCode} AND id = ${businessId}`);
      await refreshTouched({ tx, boroughCode: key.boroughCode }, [businessId]);
    });
    const answerDay = addDays("2025-03-01", ANSWER_DAYS);
    expect((await countOn(world.code, "answer", addDays(answerDay, -1)))?.cells).toBe(0);
    expect((await countOn(world.code, "answer", answerDay))?.cells).toBe(1);
    expect((await countOn(world.code, "visit", "2026-01-01"))?.cells).toBe(0);
  });

  it("warn before what is met lapses, and no longer once it has", async () => {
    const world = await makeWorld(1);
    for (const s of EVERYTHING_MET) await apply(world, s);
    await touchAll(world);
    // The practices of January 2025 hold to the end of January 2026, the certificates to March.
    const lapse = "2026-02-01";
    expect((await countOn(world.code, "lapsing", addDays(lapse, -LAPSE_DAYS - 1)))?.cells).toBe(0);
    expect((await countOn(world.code, "lapsing", addDays(lapse, -LAPSE_DAYS)))?.cells).toBe(1);
    expect((await countOn(world.code, "lapsing", "2026-03-31"))?.cells).toBe(1);
    expect((await countOn(world.code, "lapsing", "2026-04-01"))?.cells).toBe(0);
  });

  it("ask to confirm what a manager declared, until an officer decides", async () => {
    const world = await makeWorld(1);
    const day = "2025-05-10";
    const declare = (change: string) =>
      asBorough(world.code, async (tx) => {
        await tx.execute(sql`INSERT INTO practice_changes (borough_code, business_id, id, item_code, change, from_on, lapses_on)
          VALUES (${world.code}, ${world.ids[0]}, ${randomUUID()}, 'new-starters', ${change}, ${day}, '2026-05-31')`);
        await refreshTouched({ tx, boroughCode: world.code }, world.ids);
      });
    await declare("declared_in_place");
    expect((await countOn(world.code, "declarations", day))?.cells).toBe(1);
    await declare("confirmed");
    expect((await countOn(world.code, "declarations", day))?.cells).toBe(0);
  });
});
