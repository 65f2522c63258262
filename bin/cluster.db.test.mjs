import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { runningCluster, startCluster } from "./lib/cluster.mjs";
import { dataDir } from "./lib/paths.mjs";
import { alive } from "./lib/server.mjs";
import { startThrowaway } from "./lib/throwaway.mjs";

const stops = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function ask(url, statement) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end({ timeout: 5 });
  }
}

describe("the embedded database", () => {
  it("has an owner and a login that can do no more than they should", async () => {
    const cluster = await startThrowaway();
    stops.push(cluster.stop);
    const roles = await ask(
      cluster.superuserUrl,
      "SELECT rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole FROM pg_roles WHERE rolname LIKE 'portal\\_%' ORDER BY 1",
    );
    const none = { rolsuper: false, rolbypassrls: false };
    expect(roles).toEqual([
      { rolname: "portal_login", ...none, rolinherit: false, rolcreaterole: false },
      { rolname: "portal_owner", ...none, rolinherit: true, rolcreaterole: true },
      expect.objectContaining({ rolname: "portal_superuser", rolsuper: true }),
    ]);
  });

  it("refuses a wrong password and keeps the right one to the owner of the folder", async () => {
    const cluster = await startThrowaway();
    stops.push(cluster.stop);
    const wrong = new URL(cluster.appUrl);
    wrong.password = "guessed";
    await expect(ask(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
    const file = join(cluster.dir, "credentials.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("keeps what was committed when it is killed, and starts again", async () => {
    const dir = join(dataDir, `test-${process.pid}-killed`);
    const settings = { fsync: "on", full_page_writes: "on", synchronous_commit: "on" };
    const options = { dir, throwaway: true, settings };
    const first = await startCluster(options);
    await ask(first.ownerUrl, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
    process.kill(first.pid, "SIGKILL");
    await first.exited;
    const second = await startCluster(options);
    stops.push(second.stop);
    expect(second.fresh).toBe(false);
    expect(await ask(second.ownerUrl, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  });

  it("takes over from the server a killed run left behind", async () => {
    const dir = join(dataDir, `test-${process.pid}-left`);
    const left = await startCluster({ dir, throwaway: true });
    expect(runningCluster(dir)?.pid).toBe(left.pid);
    const taken = await startCluster({ dir, throwaway: true });
    stops.push(taken.stop);
    expect(alive(left.pid)).toBe(false);
    expect(runningCluster(dir)?.ownerUrl).toBe(taken.ownerUrl);
  });

  it("leaves nothing behind when a throw-away one stops", async () => {
    const cluster = await startThrowaway();
    await cluster.stop();
    await wait(50);
    expect([existsSync(cluster.dir), existsSync(cluster.data), alive(cluster.pid)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("writes no statement and no value into its log", async () => {
    const cluster = await startThrowaway();
    stops.push(cluster.stop);
    const secret = "A. Person of Westminster";
    const insert = "INSERT INTO people VALUES";
    await ask(cluster.ownerUrl, "CREATE TABLE people (name text PRIMARY KEY)");
    await ask(cluster.ownerUrl, `${insert} ('${secret}')`);
    await expect(ask(cluster.ownerUrl, `${insert} ('${secret}')`)).rejects.toThrow(/duplicate/);
    const log = readFileSync(join(cluster.dir, "postgres.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain(secret);
  });
});
