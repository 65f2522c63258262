import { mapColumns } from "./columns";
import { readEncoding } from "./encoding";
import type { Encoding } from "./encoding-labels";
import { plainAuthority, type RegisterRow, readRow } from "./model";
import { findSeparator, readHeadingLine, readRecords } from "./read";
import { WrongFile } from "./wrong-file";

/** The borough a file is meant for, and every other authority, as code and name. */
export interface Place {
  code: string;
  authorities: readonly { code: string; name: string }[];
}

/** A file that was read once from end to end and can be taken; `rows` reads it again. */
export interface RegisterFile {
  encoding: Encoding;
  hash: string;
  dropped: string[];
  rows(): AsyncGenerator<RegisterRow>;
}

/** What the first reading finds out about ids and boroughs before any row is judged. */
interface Findings {
  rows: number;
  firstLine: Map<string, number>;
  /** Ids on more than one row, with their lines. */
  doubled: Map<string, number[]>;
  own: number;
  foreign: { line: number; code: string } | undefined;
}

/** Reads a file once and checks it as a whole. Throws WrongFile, with the line where there is one. */
export async function inspectRegister(path: string, place: Place): Promise<RegisterFile> {
  const text = await readEncoding(path);
  const separator = findSeparator(await readHeadingLine(path, text));
  const authorities = new Map(
    place.authorities.map(({ code, name }) => [plainAuthority(name), code]),
  );

  async function* read(): AsyncGenerator<{
    row: RegisterRow;
    authority: string | undefined;
  }> {
    let columns: ReturnType<typeof mapColumns> | undefined;
    for await (const { line, cells } of readRecords(path, text, separator)) {
      if (!columns) {
        columns = mapColumns(cells);
        continue;
      }
      const city = columns.places.city === undefined ? "" : (cells[columns.places.city] ?? "");
      yield {
        row: readRow(line, cells, columns.places, columns.width),
        authority: authorities.get(plainAuthority(city)),
      };
    }
  }

  const dropped = await droppedColumns(readRecords(path, text, separator));
  const found = await gather(read(), place.code);
  if (found.rows === 0) throw new WrongFile("no_rows");
  if (found.foreign && found.own === 0) {
    throw new WrongFile("other_borough", {
      line: found.foreign.line,
      about: found.foreign.code,
    });
  }
  return {
    encoding: text.encoding,
    hash: text.hash,
    dropped,
    async *rows() {
      for await (const { row, authority } of read()) {
        yield judge(row, authority, place, found.doubled);
      }
    },
  };
}

async function droppedColumns(records: AsyncGenerator<{ cells: string[] }>): Promise<string[]> {
  for await (const { cells } of records) return mapColumns(cells).dropped;
  throw new WrongFile("empty");
}

async function gather(
  rows: AsyncIterable<{ row: RegisterRow; authority: string | undefined }>,
  code: string,
): Promise<Findings> {
  const found: Findings = {
    rows: 0,
    firstLine: new Map(),
    doubled: new Map(),
    own: 0,
    foreign: undefined,
  };
  for await (const { row, authority } of rows) {
    found.rows += 1;
    if (authority === undefined || authority === code) found.own += 1;
    else found.foreign ??= { line: row.line, code: authority };
    if (row.sourceId === null) continue;
    const first = found.firstLine.get(row.sourceId);
    if (first === undefined) found.firstLine.set(row.sourceId, row.line);
    else
      found.doubled.set(row.sourceId, [...(found.doubled.get(row.sourceId) ?? [first]), row.line]);
  }
  return found;
}

/** Refusals that need more than the row: another borough's, or an id that is not the row's alone. */
function judge(
  row: RegisterRow,
  authority: string | undefined,
  place: Place,
  doubled: Map<string, number[]>,
): RegisterRow {
  if (row.refusal !== null) return row;
  if (authority !== undefined && authority !== place.code) {
    const name =
      place.authorities.find(({ code }) => code === authority)?.name ?? "another borough";
    return {
      ...row,
      refusal: `It is in ${name}, which imports its own register.`,
    };
  }
  const lines = row.sourceId === null ? undefined : doubled.get(row.sourceId);
  return lines ? { ...row, refusal: `The same id stands on lines ${listLines(lines)}.` } : row;
}

function listLines(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).map(String);
  if (lines.length > 5) return `${shown.join(", ")} and ${lines.length - 5} more`;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
