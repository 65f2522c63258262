import { execFile } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { DatabaseAway, guardedClient } from "./guard";

const run = promisify(execFile);
const url = () => env().DATABASE_URL;
const ONE: postgres.Options<Record<string, postgres.PostgresType>> = {
  max: 1,
  prepare: false,
  onnotice: () => {},
};

let killer: postgres.Sql;
beforeAll(() => {
  killer = postgres(url(), { ...ONE, max: 2 });
});
afterAll(() => killer.end({ timeout: 1 }));

interface Strayed {
  /** What the borough setting was where the lost transaction's later query ran; null: it never ran. */
  seen: string | null;
  /** The error of the transaction that lost its connection. */
  error: unknown;
  /** What the neighbour's transaction found committed or changed under it. */
  settled: boolean;
}

/** Kills the connection of a waiting transaction, opens another borough's on its replacement, goes on. */
async function loseConnection(client: postgres.Sql): Promise<Strayed> {
  const strayed: Strayed = { seen: null, error: null, settled: false };
  let announce: (pid: number) => void = () => {};
  const started = new Promise<number>((resolve) => {
    announce = resolve;
  });
  const lost = client
    .begin(async (tx) => {
      const [row] = await tx<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      announce(row?.pid ?? 0);
      await wait(700);
      const [stray] = await tx<
        { codes: string }[]
      >`SELECT current_setting('app.borough_codes', true) AS codes`;
      strayed.seen = stray?.codes ?? "";
      strayed.settled = true;
    })
    .catch((error: unknown) => {
      strayed.error = error;
    });
  const pid = await started;
  await killer`SELECT pg_terminate_backend(${pid})`;
  await lost;
  await client.begin(async (tx) => {
    await tx.unsafe("SET LOCAL app.borough_codes = 'E09000033'");
    await wait(1200);
  });
  return strayed;
}

describe("a transaction whose connection died", () => {
  it("goes on inside another borough's transaction with the bare driver", async () => {
    const bare = postgres(url(), ONE);
    const strayed = await loseConnection(bare);
    await bare.end({ timeout: 1 });
    expect(strayed.seen).toBe("E09000033");
  });

  it("never runs another query behind the guard, and its callback never settles", async () => {
    const guarded = guardedClient(url(), { max: 1 });
    const strayed = await loseConnection(guarded);
    await guarded.end({ timeout: 1 });
    expect(strayed).toMatchObject({ seen: null, settled: false });
    expect(strayed.error).toBeInstanceOf(DatabaseAway);
  });

  it("tells the caller at once when the connection dies under a running query", async () => {
    const guarded = guardedClient(url(), { max: 1 });
    const reached: string[] = [];
    const lost = guarded.begin(async (tx) => {
      await tx`SELECT pg_terminate_backend(pg_backend_pid())`.catch(() => reached.push("caught"));
      reached.push("went on");
    });
    await expect(lost).rejects.toBeInstanceOf(DatabaseAway);
    await wait(50);
    expect(reached).toEqual([]);
    const [row] = await guarded.begin((tx) => tx<{ one: number }[]>`SELECT 1 AS one`);
    expect(row?.one).toBe(1);
    await guarded.end({ timeout: 1 });
  });
});

describe("a database that takes connections and says nothing", () => {
  it("is asked once, so that nobody waits for it three times over", async () => {
    let asked = 0;
    const silent = createServer(() => {
      asked += 1;
    }).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const guarded = guardedClient(`postgres://a:b@127.0.0.1:${port}/c`, { connect_timeout: 1 });
    await expect(guarded.begin((tx) => tx`SELECT 1`)).rejects.toThrow(DatabaseAway);
    expect(asked).toBe(1);
    await guarded.end({ timeout: 1 });
    silent.close();
  });
});

describe("a full pipeline", () => {
  const flood = async (client: postgres.Sql, queries: number) => {
    const flying = Array.from({ length: queries }, () =>
      client`SELECT pg_sleep(0.002)`.then(() => true),
    );
    const after = client.begin((tx) => tx<{ one: number }[]>`SELECT 1 AS one`);
    const outcome = await Promise.race([
      after.then(
        () => "ran",
        (e: Error) => e.name,
      ),
      wait(5000, "hung"),
    ]);
    await Promise.allSettled(flying);
    return outcome;
  };

  it("crashes the process of the bare driver when a transaction follows", async () => {
    const script = `
      import postgres from "postgres";
      const client = postgres(process.env.DATABASE_URL, { max: 1, prepare: false });
      await client\`SELECT 1\`;
      for (let i = 0; i < 100; i += 1) client\`SELECT pg_sleep(0.002)\`.catch(() => {});
      await client.begin((tx) => tx\`SELECT 1\`).catch(() => {});
      await client.end({ timeout: 1 });`;
    const child = run(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, DATABASE_URL: url() },
      timeout: 20_000,
    });
    await expect(child).rejects.toThrow(/Cannot read properties of undefined/);
  });

  it("lets a transaction follow 500 queries in flight behind the guard", async () => {
    const guarded = guardedClient(url(), { max: 1 });
    await guarded`SELECT 1`;
    expect(await flood(guarded, 500)).toBe("ran");
    await guarded.end({ timeout: 1 });
  });
});
