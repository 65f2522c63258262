import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { guardedClient } from "./guard";
import { scopeStatements } from "./scope";
import { closeOwner, mintBorough } from "./test/borough";

const TRANSACTIONS = process.env.OMS_LONG ? 10_000 : 1_000;

function findPgBouncer(): string | null {
  try {
    return execFileSync("sh", ["-c", "command -v pgbouncer || ls /usr/sbin/pgbouncer"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}

const program = findPgBouncer();
if (!program) console.log("skipped: needs pgbouncer");

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe.runIf(program)("PgBouncer in transaction mode", () => {
  let folder: string;
  let bouncer: ChildProcess;
  let client: postgres.Sql;
  let codes: string[] = [];

  beforeAll(async () => {
    codes = [(await mintBorough()).code, (await mintBorough()).code];
    const target = new URL(env().DATABASE_URL);
    const port = await freePort();
    folder = mkdtempSync(join(tmpdir(), "portal-pool-"));
    chmodSync(folder, 0o755);
    const password = decodeURIComponent(target.password);
    writeFileSync(join(folder, "users.txt"), `"${target.username}" "${password}"\n`);
    writeFileSync(
      join(folder, "pool.ini"),
      `[databases]\nportal = host=${target.hostname} port=${target.port} dbname=${target.pathname.slice(1)}\n
[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nauth_type = plain\nauth_file = ${folder}/users.txt
pool_mode = transaction\ndefault_pool_size = 2\nmax_client_conn = 100\nunix_socket_dir =\nlogfile =\nserver_reset_query =\n`,
    );
    const asRoot = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
    bouncer = spawn(program ?? "pgbouncer", [...asRoot, join(folder, "pool.ini")], {
      stdio: "ignore",
    });
    target.port = String(port);
    target.pathname = "/portal";
    client = guardedClient(target.href, { max: 20 });
    for (let i = 0; i < 50; i += 1) {
      if (
        await client
          .begin((tx) => tx`SELECT 1`)
          .then(
            () => true,
            () => false,
          )
      )
        return;
      await wait(100);
    }
    throw new Error("PgBouncer did not answer.");
  }, 30_000);

  afterAll(async () => {
    await client?.end({ timeout: 2 });
    bouncer?.kill();
    rmSync(folder, { recursive: true, force: true });
    await closeOwner();
  });

  it("gives every transaction its own borough's rows over two shared connections", async () => {
    let wrong = 0;
    let done = 0;
    let next = 0;
    const worker = async () => {
      while (next < TRANSACTIONS) {
        next += 1;
        const code = codes[next % 2] ?? "";
        const rows = await client.begin(async (tx) => {
          await tx.unsafe(scopeStatements({ role: "portal_borough", boroughs: [code] }));
          return tx`SELECT borough_code FROM sectors`;
        });
        if (rows.length === 0 || rows.some((row) => row.borough_code !== code)) wrong += 1;
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    expect({ done, wrong }).toEqual({ done: TRANSACTIONS, wrong: 0 });
  }, 300_000);

  it("leaves no role and no borough behind on a connection", async () => {
    const rows = await client.begin(
      (tx) =>
        tx`SELECT current_user = session_user AS own, current_setting('app.borough_codes', true) AS codes`,
    );
    expect(rows[0]?.own).toBe(true);
    expect(rows[0]?.codes || "").toBe("");
  });
});
