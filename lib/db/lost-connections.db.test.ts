import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { guardedClient } from "./guard";
import { scopeStatements } from "./scope";
import { closeOwner, mintBorough } from "./test/borough";

const TRANSACTIONS = process.env.OMS_LONG ? 1_000 : 150;

let codes: string[] = [];
let client: postgres.Sql;
let killer: postgres.Sql;

beforeAll(async () => {
  codes = [(await mintBorough()).code, (await mintBorough()).code];
  client = guardedClient(env().DATABASE_URL, {
    max: 3,
    connection: { application_name: "victim" },
  });
  killer = postgres(env().DATABASE_URL, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await client.end({ timeout: 2 });
  await killer.end({ timeout: 2 });
  await closeOwner();
});

interface Tally {
  committed: string[];
  foreign: number;
  longest: number;
}

/** Reads and writes in one borough with pauses in between; counts anything of another borough. */
async function work(code: string, tally: Tally): Promise<void> {
  const began = performance.now();
  const marker = randomUUID();
  await client
    .begin(async (tx) => {
      await tx.unsafe(scopeStatements({ role: "portal_borough", boroughs: [code] }));
      for (let i = 0; i < 3; i += 1) {
        const rows = await tx`SELECT borough_code FROM sectors`;
        tally.foreign += rows.filter((row) => row.borough_code !== code).length;
        await wait(Math.random() * 8);
      }
      await tx`INSERT INTO sectors (borough_code, code, label, plural_label, copies_measures_of, position)
        VALUES (${code}, ${marker}, 'Fast food', 'Fast food', 'licensed_premises', 9)`;
    })
    .then(() => tally.committed.push(`${code} ${marker}`))
    .catch(() => {});
  tally.longest = Math.max(tally.longest, performance.now() - began);
}

describe("connections killed at random under two boroughs", () => {
  it("read and write nothing of the other borough, lose no acknowledged write and never hang", async () => {
    const tally: Tally = { committed: [], foreign: 0, longest: 0 };
    let working = true;
    let killed = 0;
    const killing = (async () => {
      while (working) {
        await wait(20 + Math.random() * 30);
        const rows = await killer`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'victim' ORDER BY random() LIMIT 1`;
        killed += rows.length;
      }
    })();
    let next = 0;
    const worker = async () => {
      while (next < TRANSACTIONS) {
        next += 1;
        await work(codes[next % 2] ?? "", tally);
      }
    };
    await Promise.all(Array.from({ length: 6 }, worker));
    working = false;
    await killing;

    expect(killed, "nobody was killed: the test proves nothing").toBeGreaterThan(5);
    expect(tally.committed.length, "nothing committed: the test proves nothing").toBeGreaterThan(5);
    expect(tally.foreign).toBe(0);
    expect(tally.longest).toBeLessThan(5_000);
    for (const code of codes) {
      const kept = await client.begin(async (tx) => {
        await tx.unsafe(scopeStatements({ role: "portal_borough", boroughs: [code] }));
        return tx`SELECT code FROM sectors WHERE label = 'Fast food'`;
      });
      const mine = tally.committed
        .filter((one) => one.startsWith(code))
        .map((one) => one.slice(10));
      expect(kept.map((row) => row.code)).toEqual(expect.arrayContaining(mine));
      const foreign = tally.committed
        .filter((one) => !one.startsWith(code))
        .map((one) => one.slice(10));
      expect(kept.filter((row) => foreign.includes(row.code))).toEqual([]);
    }
  }, 300_000);
});
