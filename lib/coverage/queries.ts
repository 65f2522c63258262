import "server-only";
import { and, inArray, lte, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { monthStart } from "@/lib/dates";
import { coverageCells } from "@/lib/db/schema/coverage";
import type { CellSum } from "./series";

/** Coverage cells of the viewer's boroughs up to this month, summed over wards: sector by measure by month. */
export async function listCellSums(ctx: ReadContext): Promise<CellSum[]> {
  return ctx.tx
    .select({
      boroughCode: coverageCells.boroughCode,
      sector: coverageCells.sector,
      measure: coverageCells.measure,
      month: coverageCells.month,
      delta: sql<number>`sum(${coverageCells.delta})::int`,
    })
    .from(coverageCells)
    .where(and(ctx.inBorough(coverageCells), lte(coverageCells.month, monthStart(ctx.today))))
    .groupBy(
      coverageCells.boroughCode,
      coverageCells.sector,
      coverageCells.measure,
      coverageCells.month,
    );
}

/**
 * Counts of every borough the viewer may compare, as of this month: one row a borough, sector and
 * measure. Police and the programme team read these for all London without opening any row.
 */
export async function listBoroughCounts(
  ctx: ReadContext,
  boroughCodes: readonly string[],
): Promise<CellSum[]> {
  const month = monthStart(ctx.today);
  return ctx.tx
    .select({
      boroughCode: coverageCells.boroughCode,
      sector: coverageCells.sector,
      measure: coverageCells.measure,
      month: sql<string>`${month}`,
      delta: sql<number>`sum(${coverageCells.delta})::int`,
    })
    .from(coverageCells)
    .where(
      and(inArray(coverageCells.boroughCode, [...boroughCodes]), lte(coverageCells.month, month)),
    )
    .groupBy(coverageCells.boroughCode, coverageCells.sector, coverageCells.measure);
}
