import type { Cell, Sheet } from "../table";

/** Texts that spreadsheets, XML or CSV readers have been known to take for something else. */
export const NAUGHTY = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org","Click")',
  "+1+1",
  "-1+1",
  "@SUM(1,1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  '",=1+1',
  ";=1+1",
  "'=1+1",
  "a\r\n=1+1",
  "_x003D_1+1",
  "<f>1+1</f>",
  "]]>&amp;<!--",
  "\u0000=1\u000B",
  "1e5",
  "00123",
  "03/04/2026",
  "Ẕ̷͑a̶͝l̸gó 🏳️‍⚧️ İstanbul",
  "x".repeat(40_000),
] as const;

/** A sheet of one page with a text, a number and so on, a row each. */
export function sheetOf(rows: Cell[][], columns?: Sheet["columns"]): Sheet {
  return {
    title: "Test",
    columns: columns ?? [
      { header: "Text", kind: "text" },
      { header: "Number", kind: "number" },
    ],
    pages: [rows],
  };
}

export async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of parts) chunks.push(chunk);
  return Buffer.concat(chunks);
}
