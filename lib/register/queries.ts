import "server-only";
import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { registerImports, registerRows } from "@/lib/db/schema/register";
import { NotFound } from "@/lib/errors";
import type { ImportCounts, Outcome } from "./model";

const SHOWN = 50;

export interface ImportRow extends ImportCounts {
  id: string;
  register: string;
  sector: string;
  fileName: string;
  encoding: string;
  state: "previewed" | "confirmed" | "discarded";
  droppedColumns: string[];
  createdAt: Date;
  settledAt: Date | null;
  /** A preview that may no longer be confirmed: another import of its register was, since. */
  overtaken: boolean;
}

// Its own columns are named in full: the query builder leaves the table's name off, and the inner
// table would answer for them.
const overtaken = sql<boolean>`(register_imports.state = 'previewed' AND EXISTS (
  SELECT FROM register_imports o
  WHERE o.borough_code = register_imports.borough_code AND o.register = register_imports.register
    AND o.state = 'confirmed' AND o.settled_at > register_imports.created_at))`;

const columns = {
  overtaken,
  id: registerImports.id,
  register: registerImports.register,
  sector: registerImports.sector,
  fileName: registerImports.fileName,
  encoding: registerImports.encoding,
  state: registerImports.state,
  droppedColumns: registerImports.droppedColumns,
  createdAt: registerImports.createdAt,
  settledAt: registerImports.settledAt,
  read: registerImports.rowsRead,
  new: registerImports.rowsNew,
  changed: registerImports.rowsChanged,
  unchanged: registerImports.rowsUnchanged,
  refused: registerImports.rowsRefused,
  gone: registerImports.rowsGone,
  notTrading: registerImports.rowsNotTrading,
};

/** Imports of the borough. */
export function countImports(ctx: ReadContext): Promise<number> {
  return ctx.tx.$count(registerImports, ctx.inBorough(registerImports));
}

/** The borough's imports, newest first: `size`, older than the import `after` when it is given. */
export async function listImports(
  ctx: ReadContext,
  after: string | null = null,
  size = SHOWN,
): Promise<{ rows: ImportRow[]; more: boolean }> {
  const { createdAt, id } = registerImports;
  const beyond = sql`(${createdAt}, ${id}) < (SELECT f.created_at, f.id FROM register_imports f
    WHERE f.borough_code = ${registerImports.boroughCode} AND f.id = ${after})`;
  const rows = await ctx.tx
    .select(columns)
    .from(registerImports)
    .where(and(ctx.inBorough(registerImports), after ? beyond : undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(size + 1);
  return { rows: rows.slice(0, size), more: rows.length > size };
}

/** One import with its counts. Throws NotFound. */
export async function getImport(ctx: ReadContext, importId: string): Promise<ImportRow> {
  const [row] = await ctx.tx
    .select(columns)
    .from(registerImports)
    .where(and(ctx.inBorough(registerImports), eq(registerImports.id, importId)));
  if (!row) throw new NotFound("No such import.");
  return row;
}

export interface StagedRow {
  position: number;
  line: number | null;
  outcome: Outcome;
  reason: string | null;
  sourceId: string | null;
  name: string | null;
  address: string | null;
  postcode: string | null;
  trading: boolean | null;
}

export type PlaceInRows = { after: number } | { before: number } | null;

export interface StagedPage {
  rows: StagedRow[];
  previousBefore: number | null;
  nextAfter: number | null;
}

/** Staged rows of one outcome in the file's order, 50 a page. */
export async function listStagedRows(
  ctx: ReadContext,
  importId: string,
  outcome: Outcome,
  place: PlaceInRows,
  size = SHOWN,
): Promise<StagedPage> {
  const backwards = place !== null && "before" in place;
  const { position } = registerRows;
  const beyond =
    place === null ? undefined : backwards ? lt(position, place.before) : gt(position, place.after);
  const found = await ctx.tx
    .select({
      position,
      line: registerRows.line,
      outcome: registerRows.outcome,
      reason: registerRows.reason,
      sourceId: registerRows.sourceId,
      name: registerRows.name,
      address: registerRows.address,
      postcode: registerRows.postcode,
      trading: registerRows.trading,
    })
    .from(registerRows)
    .where(
      and(
        ctx.inBorough(registerRows),
        eq(registerRows.importId, importId),
        eq(registerRows.outcome, outcome),
        beyond,
      ),
    )
    .orderBy(backwards ? desc(position) : asc(position))
    .limit(size + 1);
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : place !== null;
  return {
    rows,
    previousBefore: hasPrevious ? (rows[0]?.position ?? null) : null,
    nextAfter: hasNext ? (rows.at(-1)?.position ?? null) : null,
  };
}
