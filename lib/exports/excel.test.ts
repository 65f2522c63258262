import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeExcel } from "./excel";
import { type Cell, type Column, withoutControls } from "./table";
import { bytesOf, NAUGHTY, sheetOf } from "./test/sheets";

const SHEET = "xl/worksheets/sheet1.xml";

async function sheetXml(rows: Cell[][], columns?: Column[]): Promise<string> {
  const parts = unzipSync(await bytesOf(writeExcel(sheetOf(rows, columns))));
  return strFromU8(parts[SHEET] ?? new Uint8Array());
}

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#13;": "\r",
  "&amp;": "&",
};
/** The texts of a sheet as a reader of the format takes them. */
const textsIn = (xml: string) =>
  [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text = ""]) =>
    text
      .replace(/&(?:lt|gt|quot|#13|amp);/g, (entity) => ENTITIES[entity] ?? "")
      .replace(/_x([0-9a-fA-F]{4})_/g, (_all, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
  );

describe("an Excel file", () => {
  it("writes numbers, days, months and shares as what they are", async () => {
    const columns: Column[] = [
      { header: "Number", kind: "number" },
      { header: "Day", kind: "date" },
      { header: "Month", kind: "month" },
      { header: "Share", kind: "share" },
    ];
    const xml = await sheetXml(
      [
        [-3, "2026-11-24", "2026-11", 0.483],
        [null, null, null, null],
      ],
      columns,
    );
    // 46350 days after 30 December 1899.
    expect(xml).toContain('<c><v>-3</v></c><c s="2"><v>46350</v></c>');
    expect(xml).toContain('<c s="3"><v>46327</v></c><c s="4"><v>0.483</v></c>');
    expect(xml).toContain("<row><c/><c/><c/><c/></row>");
  });

  it("keeps its first row in view", async () => {
    expect(await sheetXml([])).toContain('<pane ySplit="1" topLeftCell="A2"');
  });

  it("marks text that looks like a formula, so that it stays text when it is edited", async () => {
    expect(await sheetXml([["=1+1", 1]])).toContain('<c t="inlineStr" s="5">');
    expect(await sheetXml([["1+1", 1]])).not.toContain(' s="5"');
  });

  it("holds no formula, whatever it is given, and gives the text back", async () => {
    const anything = fc.array(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...NAUGHTY), fc.string()),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(anything, async (given) => {
        const xml = await sheetXml(given.map((text) => [text, 1]));
        expect(xml).not.toMatch(/<f[ >/]/);
        const kept = given.map((text) =>
          withoutControls(Buffer.from(text.slice(0, 32_767)).toString()),
        );
        expect(textsIn(xml).slice(2)).toEqual(kept.filter((_, i) => given[i] !== ""));
      }),
      { numRuns: process.env.OMS_LONG ? 5000 : 200 },
    );
  });

  it("compresses as the rows come: many pages make many pieces", async () => {
    const page = Array.from({ length: 1000 }, (_, i) => [`Business ${Math.sin(i)}`, i]);
    const sheet = { ...sheetOf([]), pages: Array.from({ length: 50 }, () => page) };
    let pieces = 0;
    for await (const piece of writeExcel(sheet)) pieces += piece.length > 0 ? 1 : 0;
    expect(pieces).toBeGreaterThan(10);
  });

  it("refuses more rows than a sheet of Excel holds", async () => {
    const page = Array.from({ length: 100_000 }, () => []);
    const sheet = { ...sheetOf([]), columns: [], pages: Array.from({ length: 11 }, () => page) };
    await expect(bytesOf(writeExcel(sheet))).rejects.toThrow(RangeError);
  });
});
