import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, writeCsv } from "./csv";
import { looksLikeFormula, withoutControls } from "./table";
import { bytesOf, NAUGHTY, sheetOf } from "./test/sheets";

const read = async (texts: readonly string[]) => {
  const bytes = await bytesOf(writeCsv(sheetOf(texts.map((text) => [text, 1]))));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
};

describe("a CSV file", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+44 20", "'+44 20"],
    ["-1", "'-1"],
    ["@home", "'@home"],
    ["＝1+1", "'＝1+1"],
    ["\t=1+1", '"\'\t=1+1"'],
    ["The Bell, Old Street", '"The Bell, Old Street"'],
    ['The "Bell"', '"The ""Bell"""'],
    ["Café", "Café"],
  ])("writes %j so that no spreadsheet runs it", (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it("leaves numbers as numbers, below zero too, and writes a share as a percentage", () => {
    expect(csvCell(-3, "number")).toBe("-3");
    expect(csvCell(0.4834, "share")).toBe("48.3%");
    expect(csvCell(null, "date")).toBe("");
  });

  it("begins with a byte order mark and ends every row as spreadsheets expect", async () => {
    expect(await read(["Café"])).toBe("\uFEFFText,Number\r\nCafé,1\r\n");
  });

  it("gives back whatever text it was given, and begins no cell as a formula does", async () => {
    const anything = fc.array(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...NAUGHTY), fc.string()),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(anything, async (given) => {
        const rows: string[][] = parse(await read(given), { bom: true, record_delimiter: "\r\n" });
        const cells = rows.slice(1).map(([cell = ""]) => cell);
        expect(cells.filter(looksLikeFormula)).toEqual([]);
        const marked = given.map((text) => {
          const kept = withoutControls(Buffer.from(text).toString());
          return looksLikeFormula(kept) ? `'${kept}` : kept;
        });
        expect(cells).toEqual(marked);
      }),
      { numRuns: process.env.OMS_LONG ? 5000 : 200 },
    );
  });
});
