import type { ReadContext } from "@/lib/command";

/** A share is a number from 0 to 1, a date yyyy-mm-dd, a month yyyy-mm; null is an empty cell. */
export type Cell = string | number | null;

export interface Column {
  header: string;
  kind: "text" | "number" | "date" | "month" | "share";
}

/** What a file is written from: rows come a page at a time, so that a long table is never held whole. */
export interface Sheet {
  title: string;
  columns: readonly Column[];
  pages: AsyncIterable<readonly Cell[][]> | Iterable<readonly Cell[][]>;
}

/** The filters of a list as they stand in its address. */
export type Query = Record<string, string | undefined>;

/** A table people may take away: the same rows, filters and words as on its page, and no staff name. */
export interface ExportTable {
  /** As in the address of the download and in the name of the file. */
  name: string;
  title: string;
  columns: readonly Column[];
  /** The filters it knows; whatever else an address holds is left out. */
  filters: readonly string[];
  /** Rows these filters leave. Throws NotFound when they ask for what is not the viewer's. */
  count(ctx: ReadContext, query: Query): Promise<number>;
  pages(ctx: ReadContext, query: Query): AsyncIterable<Cell[][]>;
}

interface Declared<Row> extends Omit<ExportTable, "columns" | "pages"> {
  columns: readonly (Column & { value: (row: Row) => Cell })[];
  rows(ctx: ReadContext, query: Query): AsyncIterable<readonly Row[]>;
}

/** Declares an exportable table once; every format is written from it. */
export function defineTable<Row>({ columns, rows, ...table }: Declared<Row>): ExportTable {
  return {
    ...table,
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    async *pages(ctx, query) {
      for await (const page of rows(ctx, query)) {
        yield page.map((row) => columns.map((column) => column.value(row)));
      }
    },
  };
}

/** Yes or no, in words that a filter of a spreadsheet shows well. */
export const yesNo = (value: boolean): string => (value ? "Yes" : "No");

/** Rows read at a time: few enough to hold, many enough that the statements do not count. */
export const PAGE_ROWS = 1000;

/** Text without control characters: readers drop them, and what comes after one may then begin a cell. */
export const withoutControls = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, "");

/**
 * Text that a spreadsheet may run: it begins with a sign of a formula, in East Asian settings also a
 * wide one, perhaps after blanks that are trimmed away, or with a tab or a line end.
 */
export const looksLikeFormula = (text: string): boolean =>
  /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u.test(text);
