import { readEncoding } from "@/lib/register/encoding";
import type { Encoding } from "@/lib/register/encoding-labels";
import { findSeparator, readHeadingLine, readRecords } from "@/lib/register/read";
import { WrongFile } from "@/lib/register/wrong-file";
import { mapWardColumns, type WardColumns } from "./columns";
import { isElsewhere, isWardCode, readWardRow, type WardRow } from "./model";

/** A list that was read once from end to end and can be taken; `rows` reads it again. */
export interface WardList {
  encoding: Encoding;
  hash: string;
  /** Rows read, and those of them that the list itself puts into another authority. */
  read: number;
  elsewhere: number;
  rows(): AsyncGenerator<WardRow>;
}

/** Reads a list once and checks it as a whole. Throws WrongFile, with the line where there is one. */
export async function inspectWards(path: string, boroughCode: string): Promise<WardList> {
  const text = await readEncoding(path);
  const separator = findSeparator(await readHeadingLine(path, text));

  async function* records() {
    let columns: WardColumns | undefined;
    for await (const { line, cells } of readRecords(path, text, separator)) {
      if (columns) yield { line, cells, columns };
      else columns = mapWardColumns(cells);
    }
  }

  const found = { read: 0, elsewhere: 0, codes: 0 };
  for await (const { cells, columns } of records()) {
    found.read += 1;
    if (isElsewhere(cells, columns, boroughCode)) found.elsewhere += 1;
    else if (isWardCode(cells[columns.ward] ?? "")) found.codes += 1;
  }
  const own = found.read - found.elsewhere;
  if (found.read === 0) throw new WrongFile("no_rows");
  if (own === 0) throw new WrongFile("other_borough");
  if (found.codes === own) throw new WrongFile("ward_codes");
  return {
    encoding: text.encoding,
    hash: text.hash,
    read: found.read,
    elsewhere: found.elsewhere,
    async *rows() {
      for await (const { line, cells, columns } of records()) {
        if (!isElsewhere(cells, columns, boroughCode)) yield readWardRow(line, cells, columns);
      }
    },
  };
}
