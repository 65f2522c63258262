import { type Cell, type Column, looksLikeFormula, type Sheet, withoutControls } from "./table";

const QUOTED = /[",;\t\r\n]/;

/** One value of a CSV file: quoted where needed, and never a formula when a spreadsheet opens it. */
export function csvCell(value: Cell, kind: Column["kind"] = "text"): string {
  if (value === null) return "";
  if (typeof value === "number") {
    return kind === "share" ? `${Math.round(value * 1000) / 10}%` : String(value);
  }
  const text = withoutControls(value);
  // A leading apostrophe makes it text.
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly string[]) => `${cells.join(",")}\r\n`;

/** A sheet as CSV (RFC 4180) in UTF-8, with a byte order mark so that Excel reads accents and dashes. */
export async function* writeCsv({ columns, pages }: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${line(columns.map(({ header }) => csvCell(header)))}`);
  for await (const page of pages) {
    const rows = page.map((row) => line(row.map((cell, i) => csvCell(cell, columns[i]?.kind))));
    yield encoder.encode(rows.join(""));
  }
}
