import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { asViewer } from "@/lib/command";
import { refreshCoverage } from "@/lib/coverage/refresh";
import { closeDatabase } from "@/lib/db/client";
import { readScope, writeScope } from "@/lib/db/scope";
import { closeOwner, mintBorough } from "@/lib/db/test/borough";
import { mintBusiness, type TestBusiness } from "@/lib/db/test/staffed";
import { FEWEST_PEERS } from "./model";
import { findPeers } from "./queries";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A borough of `count` enrolled hotels, counted; answers the first. */
async function hotels(count: number) {
  const borough = await mintBorough();
  const made: TestBusiness[] = [];
  for (let i = 0; i < count; i += 1) made.push(await mintBusiness(borough));
  await writeScope({ role: "portal_borough", boroughs: [borough.code] }, (tx) =>
    refreshCoverage(
      { tx, boroughCode: borough.code },
      made.map((each) => each.id),
    ),
  );
  const [first] = made;
  if (!first) throw new Error("No hotel was made.");
  return { borough, first };
}

const today = "2026-11-23";

test("businesses like yours are counted from ten on, and not one fewer", async () => {
  const few = await hotels(FEWEST_PEERS - 1);
  expect(await asViewer(few.first.manager, findPeers, { today })).toBeNull();
  const enough = await hotels(FEWEST_PEERS);
  expect(await asViewer(enough.first.manager, findPeers, { today })).toMatchObject({
    counted: FEWEST_PEERS,
    prevent: 0,
    protect: 0,
    pursue: 0,
  });
  expect(await asViewer(enough.first.manager, findPeers, { today: "2025-12-31" })).toBeNull();
});

test("a manager whose business is elsewhere learns nothing of a borough", async () => {
  const { borough } = await hotels(FEWEST_PEERS);
  const other = await hotels(1);
  const ask = (boroughs: string[], businessId: string) =>
    readScope({ role: "portal_business", boroughs, businessId }, (tx) =>
      tx.execute(sql`SELECT * FROM lookup_peers('2026-11-01')`),
    );
  expect(await ask([borough.code], other.first.id)).toHaveLength(0);
  expect(await ask([other.borough.code], other.first.id)).toHaveLength(0);
});

test("a manager's and a learner's pages see no cell, and nobody else may ask", async () => {
  const { borough, first } = await hotels(FEWEST_PEERS);
  const scope = { boroughs: [borough.code], businessId: first.id };
  for (const role of ["portal_business", "portal_staff"] as const) {
    const cells = (open: typeof readScope) =>
      open({ role, ...scope }, (tx) => tx.execute(sql`SELECT 1 FROM coverage_cells`));
    expect(await cells(readScope), role).toHaveLength(0);
    expect((await cells(writeScope)).length, role).toBeGreaterThan(0);
  }
  for (const role of [
    "portal_staff",
    "portal_public",
    "portal_police",
    "portal_borough",
  ] as const) {
    const ask = readScope({ role, ...scope }, (tx) =>
      tx.execute(sql`SELECT * FROM lookup_peers('2026-11-01')`),
    );
    await expect(ask, role).rejects.toThrow();
  }
});
