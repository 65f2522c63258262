import "server-only";
import type { ReadContext } from "@/lib/command";
import type { Cell, ExportTable, Query, Sheet } from "./table";

/** More rows than this are written in the background. */
export const MOST_ROWS_AT_ONCE = 5000;

/** The filters of a table that an address holds; anything else in it is left out. */
export function readQuery(table: ExportTable, params: URLSearchParams): Query {
  const known = table.filters.flatMap((name) => {
    const value = params.get(name)?.slice(0, 200);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** All rows of a table in one consistent picture, for a table that is not long. */
export async function readSheet(
  ctx: ReadContext,
  table: ExportTable,
  query: Query,
): Promise<Sheet & { rows: number }> {
  const pages: Cell[][][] = [];
  for await (const page of table.pages(ctx, query)) pages.push(page);
  const rows = pages.reduce((sum, page) => sum + page.length, 0);
  return { title: table.title, columns: table.columns, pages, rows };
}
