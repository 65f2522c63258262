import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { asViewer, recordView } from "@/lib/command";
import { closeDatabase } from "@/lib/db/client";
import { asOwner, closeOwner, mintBorough, type TestBorough } from "@/lib/db/test/borough";
import { addPremises } from "@/lib/db/test/premises";
import { Forbidden, NotFound } from "@/lib/errors";
import { findBoroughTable } from "./borough-tables";
import { findPoliceTable } from "./police-tables";
import { readQuery, readSheet } from "./read";
import type { ExportTable, Query } from "./table";

let borough: TestBorough;
let other: TestBorough;

beforeAll(async () => {
  borough = await mintBorough();
  other = await mintBorough();
  for (const name of ["Bar | Grill", "=Cherry", "apple Cars"]) {
    await addPremises(borough, name, "taxi");
  }
  await addPremises(borough, "The Bell", "hotel");
  await addPremises(other, "Foreign Cars", "taxi");
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

const tableOf = (table: ExportTable | null): ExportTable => {
  if (!table) throw new Error("No such table.");
  return table;
};
const read = (viewer: Viewer, table: ExportTable | null, query: Query = {}) =>
  asViewer(viewer, async (ctx) => {
    const sheet = await readSheet(ctx, tableOf(table), query);
    return {
      count: await tableOf(table).count(ctx, query),
      rows: [...(sheet.pages as Iterable<(string | number | null)[][]>)].flat(),
    };
  });

describe("a table to take away", () => {
  it("holds the rows of its list, with its filters, in its order, and of this borough alone", async () => {
    const { count, rows } = await read(borough.officer, findBoroughTable("businesses"), {
      sector: "taxi",
    });
    expect(rows.map(([name]) => name)).toEqual(["=Cherry", "apple Cars", "Bar | Grill"]);
    expect(count).toBe(3);
    expect(rows[0]?.slice(3, 5)).toEqual(["Taxi and private hire", "Not invited"]);
  });

  it.each(["training", "imports"])("may be empty: %s", async (name) => {
    expect(await read(borough.officer, findBoroughTable(name))).toEqual({ count: 0, rows: [] });
  });

  it("is one of a list, and knows its own filters only", () => {
    expect(findBoroughTable("staff")).toBeNull();
    expect(findPoliceTable("training")).toBeNull();
    const asked = new URLSearchParams("sector=hotel&after=x&format=csv&borough=E09000001");
    expect(readQuery(tableOf(findBoroughTable("businesses")), asked)).toEqual({ sector: "hotel" });
  });

  it("gives police the businesses of their boroughs without an address, and none of another", async () => {
    const table = findPoliceTable("businesses");
    const { count, rows } = await read(borough.police, table, { borough: borough.code });
    expect(rows.map(([name]) => name)).toEqual([
      "=Cherry",
      "apple Cars",
      "Bar | Grill",
      "The Bell",
    ]);
    expect(count).toBe(4);
    await expect(read(borough.police, table, { borough: other.code })).rejects.toThrow(NotFound);
    await expect(read(borough.police, table)).rejects.toThrow(NotFound);
  });

  it("gives police counts of every borough", async () => {
    const { rows } = await read(borough.police, findPoliceTable("coverage"), { sector: "taxi" });
    const [own] = rows.filter(([code]) => code === borough.code);
    expect(own?.slice(6)).toEqual([0, 3, 0]);
  });
});

describe("taking a table away", () => {
  it.each(["officer", "police"] as const)("is recorded for the %s", async (who) => {
    await recordView(borough[who], borough.code, "export.download", {
      subject: ["table", "businesses"],
      fields: [],
      details: { format: "csv", rows: 3 },
    });
    const entries = await asOwner(
      [borough.code],
      (tx) => tx`SELECT subject_id, details FROM audit_entries WHERE borough_code = ${borough.code}
        AND actor_role = ${borough[who].role} AND action = 'export.download'`,
    );
    expect([...entries]).toEqual([
      { subject_id: "businesses", details: { format: "csv", rows: 3 } },
    ]);
  });

  it("is not recorded in a borough that is not theirs", async () => {
    const record = recordView(borough.police, other.code, "export.download", {
      subject: ["table", "businesses"],
      fields: [],
    });
    await expect(record).rejects.toThrow(Forbidden);
  });
});
