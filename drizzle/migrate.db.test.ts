import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findWallFaults } from "@/lib/db/catalogue";
import { readCourses } from "@/lib/training/content";
import { publishCourses } from "@/lib/training/publish";
import { migrateDatabase, newestMigration } from "./migrate";

const BIN = "/usr/lib/postgresql/15/bin";
const present = existsSync(join(BIN, "initdb"));
if (!present) console.log("skipped: needs postgresql-15");

const isRoot = process.getuid?.() === 0;

/** Runs one of PostgreSQL 15's programs, as the postgres account when we are root. */
function run(program: string, ...args: string[]): void {
  const command = [join(BIN, program), ...args];
  const [file = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
  execFileSync(file, rest, { stdio: "ignore", cwd: tmpdir() });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe.runIf(present)("the migrations on PostgreSQL 15", () => {
  let folder: string;
  let ownerUrl: string;
  let appUrl: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "portal-pg15-"));
    chmodSync(folder, 0o700);
    if (isRoot) {
      const id = (flag: string) =>
        Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
      chownSync(folder, id("-u"), id("-g"));
    }
    const port = await freePort();
    run(
      "initdb",
      "-D",
      join(folder, "data"),
      "-A",
      "trust",
      "-U",
      "postgres",
      "-E",
      "UTF8",
      "--no-sync",
    );
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
    run(
      "pg_ctl",
      "-D",
      join(folder, "data"),
      "-o",
      options,
      "-l",
      join(folder, "log"),
      "-w",
      "start",
    );
    const admin = postgres(`postgres://postgres@127.0.0.1:${port}/postgres`, { max: 1 });
    await admin`CREATE ROLE portal_owner LOGIN CREATEROLE`;
    await admin`CREATE ROLE portal_login LOGIN NOINHERIT`;
    await admin`CREATE DATABASE portal OWNER portal_owner`;
    await admin.end();
    ownerUrl = `postgres://portal_owner@127.0.0.1:${port}/portal`;
    appUrl = `postgres://portal_login@127.0.0.1:${port}/portal`;
    const inside = postgres(`postgres://postgres@127.0.0.1:${port}/portal`, { max: 1 });
    await inside`ALTER SCHEMA public OWNER TO portal_owner`;
    await inside.end();
  }, 60_000);

  afterAll(() => {
    run("pg_ctl", "-D", join(folder, "data"), "-m", "immediate", "stop");
    rmSync(folder, { recursive: true, force: true });
  });

  it("apply once when two migrators start together, and again change nothing", async () => {
    await Promise.all([migrateDatabase(ownerUrl, appUrl), migrateDatabase(ownerUrl, appUrl)]);
    await migrateDatabase(ownerUrl, appUrl);
    const owner = postgres(ownerUrl, { max: 1 });
    const [version] = await owner`SHOW server_version`;
    const [state] = await owner`SELECT value FROM schema_state WHERE name = 'migration'`;
    const [boroughs] = await owner`SELECT count(*)::int AS n FROM boroughs`;
    const applied = await owner`SELECT hash FROM drizzle.__drizzle_migrations`;
    await owner.end();
    expect(version?.server_version).toMatch(/^15\./);
    expect(state?.value).toBe(newestMigration());
    expect(boroughs?.n).toBe(33);
    expect(new Set(applied.map((row) => row.hash)).size).toBe(applied.length);
  }, 60_000);

  it("leave every wall standing and the courses published", async () => {
    const published = await publishCourses(ownerUrl);
    expect(published.map((course) => course.slug).sort()).toEqual(
      readCourses().map((course) => course.slug),
    );
    const owner = postgres(ownerUrl, { max: 1 });
    expect(await findWallFaults(owner)).toEqual([]);
    await owner.end();
  }, 60_000);
});
