import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough } from "@/lib/db/test/borough";
import { confirm, placeOf, preview } from "@/lib/db/test/register";
import { inspectRegister } from "./inspect";

afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** The real registers lie beside the clone, never in it. */
const REGISTERS = path.resolve("../shared/data/registers");
const beside = existsSync(REGISTERS);
if (!beside) console.log("skipped: needs the real registers beside the clone");

const FILES = [
  {
    file: "open-pubs-hammersmith-and-fulham.csv",
    name: "Hammersmith and Fulham",
    encoding: "utf-8",
  },
  {
    file: "open-pubs-westminster.csv",
    name: "Westminster",
    encoding: "windows-1252",
  },
];

/** Counted from the lines alone: no row of the two files breaks over lines, history is the last value. */
async function countByHand(file: string) {
  const lines = (await readFile(file, "latin1"))
    .split("\r\n")
    .slice(1)
    .filter((line) => line !== "");
  const shut = lines.filter((line) => /closed/i.test(line.slice(line.lastIndexOf(",") + 1)));
  return {
    rows: lines.length,
    shut: shut.length,
    open: lines.length - shut.length,
  };
}

async function countFacts(code: string) {
  return asOwner([code], async (tx) => {
    const [facts] = await tx`
      SELECT
        (SELECT count(*) FROM businesses WHERE borough_code = ${code})::int AS businesses,
        (SELECT count(*) FROM businesses b WHERE borough_code = ${code} AND stage = 'in_scope'
          AND sector = 'licensed_premises')::int AS in_scope,
        (SELECT count(*) FROM stage_changes WHERE borough_code = ${code})::int AS stage_changes,
        (SELECT count(*) FROM register_entries WHERE borough_code = ${code})::int AS entries,
        (SELECT max(xmin::text::bigint) FROM register_entries WHERE borough_code = ${code})::text AS written`;
    return facts;
  });
}

/** The dashboard's figures: coverage cells added up, every sector and measure, zeros left out. */
async function cells(code: string) {
  return asOwner([code], async (tx) => [
    ...(await tx`
      SELECT measure, sector, month::text, sum(delta)::int AS sum FROM coverage_cells
      WHERE borough_code = ${code} GROUP BY 1, 2, 3 HAVING sum(delta) <> 0 ORDER BY 1, 2, 3`),
  ]);
}

describe.skipIf(!beside).each(FILES)("the real register of $name", ({ file, name, encoding }) => {
  const full = path.join(REGISTERS, file);

  it("becomes one business in scope for every row that trades, and its figures equal the facts", async () => {
    const hand = await countByHand(full);
    const borough = await mintBorough();
    const read = await inspectRegister(full, placeOf(borough.code, name));
    expect(read.encoding).toBe(encoding);

    const { importId, counts } = await preview(borough, read, {
      today: "2026-11-23",
    });
    expect(counts).toEqual({
      read: hand.rows,
      new: hand.rows,
      changed: 0,
      unchanged: 0,
      refused: 0,
      gone: 0,
      notTrading: hand.shut,
    });
    expect(await countFacts(borough.code)).toMatchObject({
      businesses: 0,
      entries: 0,
    });

    const done = await confirm(borough, importId, "2026-11-23");
    expect(done).toMatchObject({
      added: hand.open,
      updated: 0,
      closed: 0,
      reopened: 0,
    });
    expect(await countFacts(borough.code)).toMatchObject({
      businesses: hand.open,
      in_scope: hand.open,
      stage_changes: hand.open,
      entries: hand.rows,
    });
    expect(await cells(borough.code)).toEqual([
      {
        measure: "in_scope",
        sector: "licensed_premises",
        month: "2026-11-01",
        sum: hand.open,
      },
    ]);
  });

  it("imported again is all unchanged and writes nothing", async () => {
    const hand = await countByHand(full);
    const borough = await mintBorough();
    const read = await inspectRegister(full, placeOf(borough.code, name));
    await confirm(borough, (await preview(borough, read)).importId);
    const before = await countFacts(borough.code);

    const again = await preview(borough, read);
    expect(again.counts).toMatchObject({
      read: hand.rows,
      unchanged: hand.rows,
      new: 0,
      changed: 0,
      gone: 0,
    });
    expect(await confirm(borough, again.importId)).toMatchObject({
      added: 0,
      updated: 0,
      closed: 0,
      reopened: 0,
    });
    expect(await countFacts(borough.code)).toEqual(before);
  });
});

it.skipIf(!beside)("refuses a register of another authority, naming the line", async () => {
  const borough = await mintBorough();
  const westminster = path.join(REGISTERS, "open-pubs-westminster.csv");
  const place = {
    code: borough.code,
    authorities: [
      { code: borough.code, name: "Testham" },
      { code: "E09000033", name: "Westminster" },
    ],
  };
  await expect(inspectRegister(westminster, place)).rejects.toMatchObject({
    code: "other_borough",
    line: 2,
    about: "E09000033",
  });
});
