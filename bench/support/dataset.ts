import { randomInt, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { setUpBorough } from "@/lib/boroughs/commands";
import { runCommand } from "@/lib/command";
import { checkCoverage } from "@/lib/coverage/check";
import { refreshTouched } from "@/lib/coverage/touch";
import { readScope, writeScope } from "@/lib/db/scope";
import { asOwner, ownerClient } from "@/lib/db/test/borough";
import { type Fill, writeFacts } from "./dataset-facts";

export interface Dataset {
  codes: string[];
  businesses: number;
  staff: number;
  records: number;
  certificates: number;
}

const STAFF_EACH = 40;
/** Businesses judged in one transaction. */
const BATCH = 500;
/** Boroughs written at once. */
const AT_ONCE = 2;

/** Invents a borough with `businesses` businesses of 40 people, four in five of them trained. */
export async function makeBorough(businesses: number): Promise<Dataset & { code: string }> {
  const code = await setUp(await invent());
  await fillBorough({
    code,
    businesses,
    staff: businesses * STAFF_EACH,
    even: true,
    trainedShare: 85,
  });
  return { code, ...(await countDataset([code])) };
}

/**
 * Fills the real boroughs of a new database, and invents more when asked for more: their businesses spread as unequally as they are in life, the
 * largest about five times the smallest. The figures are written by the portal's own recompute, and
 * those of the largest borough are checked against its facts. Throws where fewer rows came than asked.
 */
export async function makeLondon(size: {
  boroughs: number;
  businesses: number;
  staff: number;
}): Promise<Dataset> {
  const weights = Array.from({ length: size.boroughs }, (_, n) => 1 / (n + 8) ** 0.9);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const real = await ownerClient()<{ code: string }[]>`SELECT code FROM boroughs ORDER BY code`;
  const fills: Fill[] = [];
  for (const [n, weight] of weights.entries()) {
    fills.push({
      code: await setUp(real[n]?.code ?? (await invent())),
      businesses: Math.ceil((size.businesses * weight) / total),
      staff: Math.ceil((size.staff * weight) / total),
      trainedShare: 88 - (n % 7) * 5,
    });
  }
  const waiting = [...fills];
  const writer = async () => {
    for (let fill = waiting.shift(); fill; fill = waiting.shift()) await fillBorough(fill);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
  const [largest] = fills;
  if (largest) await check(largest.code);
  const made = await countDataset(fills.map((fill) => fill.code));
  if (made.businesses < size.businesses || made.staff < size.staff)
    throw new Error(`Only ${made.businesses} businesses and ${made.staff} staff were made.`);
  return made;
}

async function invent(): Promise<string> {
  const code = `E98${String(randomInt(1_000_000)).padStart(6, "0")}`;
  await ownerClient()`INSERT INTO boroughs (code, name, police_area_code, tile_row, tile_column)
    VALUES (${code}, ${`Bench ${code}`}, 'AW', 9, 9)`;
  return code;
}

async function setUp(code: string): Promise<string> {
  await runCommand(
    setUpBorough,
    { role: "programme", userId: randomUUID(), name: "Bench", boroughs: [code] },
    {},
    { boroughCode: code },
  );
  return code;
}

async function fillBorough(fill: Fill): Promise<void> {
  await writeFacts(fill);
  const scope = { role: "portal_borough" as const, boroughs: [fill.code] };
  const rows = await readScope(scope, (tx) =>
    tx.execute<{ id: string }>(
      sql`SELECT id FROM businesses WHERE borough_code = ${fill.code} ORDER BY id`,
    ),
  );
  for (let i = 0; i < rows.length; i += BATCH) {
    const ids = rows.slice(i, i + BATCH).map((row) => row.id);
    await writeScope(scope, (tx) => refreshTouched({ tx, boroughCode: fill.code }, ids));
  }
  await ownerClient()`ANALYZE standings, standing_periods, coverage_cells, coverage_totals, follow_ups, follow_up_cells`;
}

async function check(code: string): Promise<void> {
  const scope = { role: "portal_borough" as const, boroughs: [code] };
  const faults = await readScope(scope, async (tx) => {
    await tx.execute(sql`SET LOCAL statement_timeout = 0`);
    return checkCoverage({ tx, boroughCode: code });
  });
  if (faults.length > 0) throw new Error(`The figures of ${code} are not those of its facts.`);
}

async function countDataset(codes: string[]): Promise<Dataset> {
  return asOwner(codes, async (tx) => {
    const [row] = await tx<Omit<Dataset, "codes">[]>`
      SELECT (SELECT count(*)::int FROM businesses WHERE borough_code = ANY (${codes})) AS businesses,
        (SELECT count(*)::int FROM staff_members WHERE borough_code = ANY (${codes})) AS staff,
        (SELECT count(*)::int FROM training_records WHERE borough_code = ANY (${codes})) AS records,
        (SELECT count(*)::int FROM certificates WHERE borough_code = ANY (${codes})) AS certificates`;
    return { codes, ...(row ?? { businesses: 0, staff: 0, records: 0, certificates: 0 }) };
  });
}
