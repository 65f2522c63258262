import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { asViewer, runCommand } from "@/lib/command";
import { findNewestCheck } from "@/lib/coverage/history-queries";
import { repairCoverage as askForRepair } from "@/lib/coverage/report-commands";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner } from "@/lib/db/test/borough";
import { snapshotFigures } from "@/lib/db/test/coverage-oracle";
import { EVERYTHING_MET } from "@/lib/db/test/coverage-steps";
import { apply, FROM, makeWorld, TO, type World } from "@/lib/db/test/coverage-world";
import { Forbidden } from "@/lib/errors";
import { checkBorough, recountBorough, repairCoverage } from "./coverage";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

async function makeBorough(): Promise<World> {
  const world = await makeWorld(3);
  for (const step of EVERYTHING_MET) await apply(world, step);
  return world;
}

const adminOf = ({ code }: World) =>
  ({ role: "borough_admin", userId: randomUUID(), name: "Test Admin", boroughCode: code }) as const;
const newestOf = (world: World) => asViewer(adminOf(world), findNewestCheck);

async function expectTrue({ code }: World): Promise<void> {
  const { told, computed } = await snapshotFigures(code, FROM, TO);
  expect(told).toEqual(computed);
}

type Damage = (tx: postgres.TransactionSql, world: World) => Promise<unknown>;

const DAMAGES: [string, "cell" | "period" | "place", Damage][] = [
  [
    "a cell that says too much",
    "cell",
    (tx, { code }) => tx`
      UPDATE coverage_cells SET delta = delta + 3 WHERE borough_code = ${code} AND measure = 'trained'`,
  ],
  [
    "a cell of a ward that nobody is in",
    "cell",
    (tx, { code }) => tx`
      INSERT INTO coverage_cells (borough_code, ward, sector, measure, month, delta)
      VALUES (${code}, 'Nowhere', 'hotel', 'trained', '2026-01-01', 3)`,
  ],
  [
    "cells that are gone",
    "cell",
    (tx, { code }) => tx`DELETE FROM coverage_cells WHERE borough_code = ${code}`,
  ],
  [
    "a period that its business never earned",
    "period",
    (tx, { code, ids }) => tx`
      INSERT INTO standing_periods (borough_code, business_id, measure, met_from)
      VALUES (${code}, ${ids[1] ?? ""}, 'trained', '2025-03-01')`,
  ],
  [
    "a period that is gone",
    "period",
    (tx, { code }) => tx`
      DELETE FROM standing_periods WHERE borough_code = ${code} AND measure = 'night_cover'`,
  ],
  [
    "a business counted among those that close early",
    "period",
    (tx, { code, ids }) => tx`
      UPDATE standings SET late = NOT late WHERE borough_code = ${code} AND business_id = ${ids[0] ?? ""}`,
  ],
  [
    "a business counted in a ward it is not in",
    "period",
    (tx, { code, ids }) => tx`
      UPDATE standings SET ward = 'Nowhere' WHERE borough_code = ${code} AND business_id = ${ids[0] ?? ""}`,
  ],
  [
    "a business that nobody ever counted",
    "place",
    async (tx, { code, ids }) => {
      await tx`DELETE FROM standing_periods WHERE borough_code = ${code} AND business_id = ${ids[2] ?? ""}`;
      await tx`DELETE FROM standings WHERE borough_code = ${code} AND business_id = ${ids[2] ?? ""}`;
    },
  ],
];

it.each(DAMAGES)("finds %s, keeps the outcome, and mends it", async (_what, kind, damage) => {
  const world = await makeBorough();
  const { code } = world;
  expect(await checkBorough(code)).toEqual([]);
  expect(await newestOf(world)).toMatchObject({ faults: 0, repaired: 0 });
  await asOwner([code], (tx) => damage(tx, world));

  const faults = await checkBorough(code);
  expect(faults.map((fault) => fault.kind)).toContain(kind);
  expect(await newestOf(world)).toMatchObject({ faults: faults.length, repaired: 0 });

  await repairCoverage({ boroughCode: code });
  expect(await newestOf(world)).toMatchObject({ faults: faults.length, repaired: faults.length });
  expect(await checkBorough(code)).toEqual([]);
  await expectTrue(world);
});

it("mends while others write and is exact when all are done", async () => {
  const world = await makeBorough();
  await asOwner(
    [world.code],
    (tx) => tx`UPDATE coverage_cells SET delta = delta - 2 WHERE borough_code = ${world.code}`,
  );
  const write = async (which: number) => {
    for (let i = 0; i < 6; i += 1) {
      const stage = i % 2 === 0 ? "closed" : "enrolled";
      await apply(world, { kind: "stage", which, day: 30 * (i + 1), stage });
    }
  };
  await Promise.all([
    write(0),
    write(1),
    write(2),
    recountBorough(world.code),
    recountBorough(world.code),
  ]);
  await expectTrue(world);
});

it("is asked for by an administrator alone, in words of the audit trail", async () => {
  const world = await makeBorough();
  const options = { boroughCode: world.code };
  const officer = { ...adminOf(world), role: "borough_officer" } as const;
  await expect(runCommand(askForRepair, officer, {}, options)).rejects.toBeInstanceOf(Forbidden);
  await runCommand(askForRepair, adminOf(world), {}, options);
  const [asked] = await asOwner(
    [world.code],
    (tx) =>
      tx`SELECT 1 FROM audit_entries WHERE borough_code = ${world.code} AND action = 'coverage.repair'`,
  );
  expect(asked).toBeDefined();
  const jobs = await asOwner(
    [world.code],
    (tx) =>
      tx`SELECT data FROM pgboss.job WHERE name = 'coverage.repair' AND data ->> 'boroughCode' = ${world.code}`,
  );
  expect(jobs).toHaveLength(1);
});

it("refuses a job that names no borough", async () => {
  await expect(repairCoverage({})).rejects.toThrow("without its borough");
});
