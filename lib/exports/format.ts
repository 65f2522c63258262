import { writeCsv } from "./csv";
import { writeExcel } from "./excel";
import type { Sheet } from "./table";

/** The formats of a file, with what a browser is told it is. */
const FORMATS = {
  csv: { mime: "text/csv; charset=utf-8", write: writeCsv },
  xlsx: {
    mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: writeExcel,
  },
} as const;
export type Format = keyof typeof FORMATS;

/** The format an address asks for; CSV unless it says otherwise. */
export const readFormat = (text: string | null | undefined): Format =>
  text === "xlsx" ? "xlsx" : "csv";

export const mimeOf = (format: Format): string => FORMATS[format].mime;

/** The bytes of a sheet in a format, as they are made. */
export const writeSheet = (sheet: Sheet, format: Format): AsyncGenerator<Uint8Array> =>
  FORMATS[format].write(sheet);

/** The name of a downloaded file: table, place and day; nothing a person typed, nobody's name. */
export function fileName(table: string, place: string, day: string, format: Format): string {
  const words = `${table} ${place}`.toLowerCase().normalize("NFKD");
  const plain = words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${plain}-${day}.${format}`;
}
