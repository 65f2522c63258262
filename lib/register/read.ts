import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { type FileText, readText } from "./encoding";
import { WrongFile } from "./wrong-file";

export type Separator = "," | ";" | "\t";

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];
const LONGEST_ROW = 100_000;

/** One record of the file and the line it begins on. */
export interface FileRecord {
  line: number;
  cells: string[];
}

/** The separator the heading line uses most, outside quote marks. */
export function findSeparator(heading: string): Separator {
  const bare = heading.replace(/"[^"]*"/g, "");
  const count = (separator: Separator) => bare.split(separator).length;
  return SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The heading line's text: the first line that is not blank. */
export async function readHeadingLine(path: string, text: FileText): Promise<string> {
  let head = "";
  for await (const piece of readText(path, text)) {
    head = (head + piece).replace(/^\s+/, "");
    const end = head.search(/[\r\n]/);
    if (end >= 0) return head.slice(0, end);
    if (head.length > LONGEST_ROW) break;
  }
  if (head.trim() === "") throw new WrongFile("empty");
  return head;
}

/** Every line end as \n, also one that falls on both sides of a piece: the parser then counts lines well. */
async function* withPlainLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith("\r") ? "\r" : "";
    yield (held ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n");
  }
  if (held) yield "\n";
}

/** Every record of the file in order, the heading first; blank rows are passed over. Throws WrongFile. */
export async function* readRecords(
  path: string,
  text: FileText,
  separator: Separator,
): AsyncGenerator<FileRecord> {
  let after = 0;
  const parser = parse({
    delimiter: separator,
    record_delimiter: "\n",
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_ROW,
    info: true,
    // A fault discards the records that were parsed and not yet read: count them here.
    on_record: (record, { lines }) => {
      after = lines;
      return record;
    },
  });
  const piped = pipeline(Readable.from(withPlainLines(readText(path, text))), parser);
  piped.catch(() => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const within = record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      yield { line: info.lines - within, cells: record };
    }
    await piped;
  } catch (error) {
    throw asWrongFile(error, after + 1);
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** An open quote swallows the rest of the file: its row begins after the last one that was whole. */
function asWrongFile(error: unknown, next: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_MAX_RECORD_SIZE") return new WrongFile("long_row", { line: next });
  return new WrongFile("quote", { line: next });
}
