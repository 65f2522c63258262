import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { findBrokenSeal } from "@/lib/audit/seal";
import { runCommand } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { readScope, writeScope } from "@/lib/db/scope";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { inviteForTest } from "@/lib/db/test/mail";
import { sealBoroughs, sweepBoroughs } from "./upkeep";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const invite = ({ code, admin }: TestBorough, key?: string) =>
  runCommand(
    inviteForTest("team.invite"),
    admin,
    { email: "a@example.org" },
    { boroughCode: code, ...(key ? { idempotencyKey: key } : {}) },
  );

const brokenSeal = (code: string) =>
  readScope({ role: "portal_worker", boroughs: [code] }, (tx) => findBrokenSeal(tx, code));

const listSeals = (code: string) =>
  asOwner([code], async (tx) => [
    ...(await tx<{ position: string; action: string }[]>`
      SELECT s.position, e.action FROM audit_seals s
      JOIN audit_entries e ON e.borough_code = s.borough_code AND e.id = s.audit_id
      WHERE s.borough_code = ${code} ORDER BY s.position`),
  ]);

test("every audited order is sealed once, in order, and the chain holds", async () => {
  const borough = await mintBorough();
  await invite(borough);
  await sealBoroughs([borough.code]);
  await invite(borough);
  await sealBoroughs([borough.code]);
  await sealBoroughs([borough.code]);
  expect(await listSeals(borough.code)).toEqual([
    { position: "1", action: "borough.set_up" },
    { position: "2", action: "team.invite" },
    { position: "3", action: "team.invite" },
  ]);
  expect(await brokenSeal(borough.code)).toBeNull();
});

test("two workers that seal at once make one chain", async () => {
  const borough = await mintBorough();
  for (let i = 0; i < 5; i += 1) await invite(borough);
  await Promise.all([1, 2, 3].map(() => sealBoroughs([borough.code])));
  expect(await listSeals(borough.code)).toHaveLength(6);
  expect(await brokenSeal(borough.code)).toBeNull();
});

test("an entry changed behind the portal's back breaks the chain at its place", async () => {
  const borough = await mintBorough();
  await invite(borough);
  await sealBoroughs([borough.code]);
  await asOwner(
    [borough.code],
    (tx) => tx`
    UPDATE audit_entries SET actor_id = ${randomUUID()} WHERE borough_code = ${borough.code} AND action = 'team.invite'`,
  );
  expect(await brokenSeal(borough.code)).toBe(2);
});

test("no role of the portal may change or remove an audit entry or a seal", async () => {
  const { code } = await mintBorough();
  for (const role of ["portal_borough", "portal_worker", "portal_programme"] as const) {
    for (const statement of [
      "UPDATE audit_entries SET action = 'x'",
      "DELETE FROM audit_entries",
      "DELETE FROM audit_seals",
    ]) {
      const order = writeScope({ role, boroughs: [code] }, (tx) => tx.execute(statement));
      await expect(order).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  }
});

test("answers of forms go after 7 days, staged rows of a register after 30", async () => {
  const { code, admin, ...rest } = await mintBorough();
  const [old, young] = [randomUUID(), randomUUID()];
  await invite({ code, admin, ...rest }, old);
  await invite({ code, admin, ...rest }, young);
  const [oldImport, youngImport] = [randomUUID(), randomUUID()];
  await asOwner([code], async (tx) => {
    await tx`UPDATE command_outcomes SET at = now() - interval '8 days' WHERE borough_code = ${code} AND key = ${old}`;
    for (const [id, age] of [
      [oldImport, "31 days"],
      [youngImport, "29 days"],
    ] as const) {
      await tx`
        INSERT INTO register_imports (borough_code, id, register, sector, file_name, encoding, file_hash, state, rows_read,
          rows_new, rows_changed, rows_unchanged, rows_gone, rows_refused, rows_not_trading, created_at)
        VALUES (${code}, ${id}, 'licensing', 'licensed_premises', 'f.csv', 'utf-8', 'h', 'previewed', 1, 1, 0, 0, 0, 0, 0, now() - ${age}::interval)`;
      await tx`INSERT INTO register_rows (borough_code, import_id, position, outcome) VALUES (${code}, ${id}, 1, 'new')`;
    }
  });
  await sweepBoroughs([code]);
  const left = await asOwner([code], async (tx) => ({
    keys: (await tx`SELECT key FROM command_outcomes WHERE borough_code = ${code}`).map(
      (row) => row.key,
    ),
    imports: (await tx`SELECT import_id FROM register_rows WHERE borough_code = ${code}`).map(
      (row) => row.import_id,
    ),
  }));
  expect(left).toEqual({ keys: [young], imports: [youngImport] });
});
