import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { closeOwner } from "@/lib/db/test/borough";
import { snapshotFigures } from "@/lib/db/test/coverage-oracle";
import { EVERYTHING_MET, step } from "@/lib/db/test/coverage-steps";
import { apply, FROM, makeWorld, type Refresh, TO, type World } from "@/lib/db/test/coverage-world";
import { env } from "@/lib/env";
import { refreshCoverage } from "./refresh";

const LONG = Boolean(process.env.OMS_LONG);
const WORLDS = LONG ? 60 : 1;
const WRITERS = 6;
const ROUNDS = LONG ? 25 : 12;
/** The long run: at least 1,000 looks at figures and facts while others write (quality.md, row 32). */
const FEWEST_LOOKS = LONG ? 1_000 : 8;

/** The portal's own connections are told from this test's others by this name. */
const VICTIMS = `coverage ${randomUUID().slice(0, 8)}`;
const stop = new Error("roll back");
let killer: postgres.Sql;

beforeAll(() => {
  process.env.PGAPPNAME = VICTIMS;
  killer = postgres(env().DATABASE_URL, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "killer" },
  });
});
afterAll(async () => {
  await killer.end({ timeout: 2 });
  await closeDatabase();
  await closeOwner();
});

/** Does all of the work and takes every third of it back. */
const sometimesRolledBack = (tally: { rolledBack: number }): Refresh => {
  let turn = 0;
  return async (ctx, ids) => {
    const teams = await refreshCoverage(ctx, ids);
    turn += 1;
    if (turn % 3 !== 0) return teams;
    tally.rolledBack += 1;
    throw stop;
  };
};

/** A connection of the portal that is at work just now is ended by force. */
async function killOne(tally: { killed: number }): Promise<void> {
  await wait(Math.random() * 30);
  const rows = await killer`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = ${VICTIMS} AND usename = current_user AND state <> 'idle'
    ORDER BY random() LIMIT 1`;
  tally.killed += rows.length;
}

/** What a killed connection and a change of mind look like; anything else is a fault. */
function isExpected(error: unknown): boolean {
  if (error === stop) return true;
  const text = String(error instanceof Error ? [error, error.cause] : error);
  return /CONNECTION|DatabaseAway|57P01|terminat|connection/i.test(text);
}

interface Tally {
  tried: number;
  done: number;
  killed: number;
  rolledBack: number;
  looks: number;
  changed: number;
}

/** Writes for some rounds, and for as long as there are not enough looks; one in seven is shot at. */
async function writeOn(world: World, tally: Tally, enough: number): Promise<void> {
  for (let round = 0; round < ROUNDS || tally.looks < enough; round += 1) {
    const [next] = fc.sample(step, 1);
    tally.tried += 1;
    const killing = tally.tried % 7 === 0 ? killOne(tally) : undefined;
    try {
      if (next) await apply(world, next);
      tally.done += 1;
    } catch (error) {
      if (!isExpected(error)) throw error;
    }
    await killing;
  }
}

describe("figures looked at while others write, change their mind and lose their connections", () => {
  it("are the facts of that very moment", async () => {
    const tally: Tally = { tried: 0, done: 0, killed: 0, rolledBack: 0, looks: 0, changed: 0 };
    for (let n = 0; n < WORLDS; n += 1) {
      const world = await makeWorld(3);
      for (const s of EVERYTHING_MET) await apply(world, s);
      world.refresh = sometimesRolledBack(tally);
      const enough = (FEWEST_LOOKS * (n + 1)) / WORLDS;
      let working = true;
      const writing = Promise.all(
        Array.from({ length: WRITERS }, () => writeOn(world, tally, enough)),
      ).finally(() => {
        working = false;
      });
      let before = "";
      const look = async () => {
        const { told, computed } = await snapshotFigures(world.code, FROM, TO);
        expect(told).toEqual(computed);
        tally.looks += 1;
        if (JSON.stringify(told) !== before) tally.changed += 1;
        before = JSON.stringify(told);
      };
      while (working) await look();
      await writing;
      await look();
    }
    expect(tally.looks).toBeGreaterThanOrEqual(FEWEST_LOOKS);
    expect(tally.changed, "the figures stood still: the looks prove nothing").toBeGreaterThan(3);
    expect(tally.killed, "no connection was killed").toBeGreaterThan(0);
    expect(tally.rolledBack, "nothing was rolled back").toBeGreaterThan(0);
    expect(tally.done, "nothing was done").toBeGreaterThan(WORLDS * ROUNDS);
  }, 7_200_000);
});
