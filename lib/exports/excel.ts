import { strToU8, Zip, ZipDeflate } from "fflate";
import { daysBetween } from "@/lib/dates";
import { escapeXml, fixedParts, SHEET_END, STYLE, sheetStart } from "./excel-parts";
import { type Cell, type Column, looksLikeFormula, type Sheet } from "./table";

/** What a sheet of Excel holds at most, its first row included. */
const MOST_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;

/** A day as the number Excel counts it by, from the end of 1899. */
const serial = (date: string) => daysBetween("1899-12-30", date);

const text = (value: string, style: number) =>
  `<c t="inlineStr"${style ? ` s="${style}"` : ""}><is><t xml:space="preserve">${escapeXml(value.slice(0, LONGEST_TEXT))}</t></is></c>`;

const number = (value: number, style: number) =>
  `<c${style ? ` s="${style}"` : ""}><v>${value}</v></c>`;

/** No cell is ever written as a formula; text that looks like one also stays text when it is edited. */
function cell(value: Cell, kind: Column["kind"]): string {
  if (value === null || value === "") return "<c/>";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return "<c/>";
    return number(value, kind === "share" ? STYLE.share : STYLE.plain);
  }
  if (kind === "date" && /^\d{4}-\d\d-\d\d$/.test(value)) return number(serial(value), STYLE.date);
  if (kind === "month" && /^\d{4}-\d\d$/.test(value)) {
    return number(serial(`${value}-01`), STYLE.month);
  }
  return text(value, looksLikeFormula(value) ? STYLE.quoted : STYLE.plain);
}

const row = (cells: readonly string[]) => `<row>${cells.join("")}</row>`;

async function* sheetParts({ columns, pages }: Sheet): AsyncGenerator<string> {
  yield sheetStart(columns) + row(columns.map(({ header }) => text(header, STYLE.head)));
  let rows = 1;
  for await (const page of pages) {
    rows += page.length;
    if (rows > MOST_ROWS) throw new RangeError("More rows than a sheet of Excel holds.");
    const kindOf = (i: number) => columns[i]?.kind ?? "text";
    yield page.map((cells) => row(cells.map((value, i) => cell(value, kindOf(i))))).join("");
  }
  yield SHEET_END;
}

/** A sheet as an Excel workbook (xlsx), compressed as the rows come; throws RangeError beyond Excel's size. */
export async function* writeExcel(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const open = (name: string) => {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    return part;
  };
  for (const [name, xml] of Object.entries(fixedParts(sheet.title))) {
    open(name).push(strToU8(xml), true);
  }
  const part = open("xl/worksheets/sheet1.xml");
  for await (const xml of sheetParts(sheet)) {
    part.push(strToU8(xml));
    yield* ready.splice(0);
  }
  part.push(new Uint8Array(), true);
  zip.end();
  yield* ready.splice(0);
}
