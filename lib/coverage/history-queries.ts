import "server-only";
import { and, desc, eq, lte, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { monthStart } from "@/lib/dates";
import { coverageCells } from "@/lib/db/schema/coverage";
import { coverageChecks, coverageReports } from "@/lib/db/schema/reports";
import { NotFound } from "@/lib/errors";
import type { PlaceCell, ReportFigure } from "./history-model";
import type { Counted } from "./model";

/** The cells of one measure and of its denominator up to this month, by sector, ward and month. */
export async function listPlaceCells(ctx: ReadContext, measure: Counted): Promise<PlaceCell[]> {
  const { sector, ward, late, month, delta } = coverageCells;
  return ctx.tx
    .select({ measure: coverageCells.measure, sector, ward, late, month, delta })
    .from(coverageCells)
    .where(
      and(
        ctx.inBorough(coverageCells),
        sql`${coverageCells.measure} IN (${measure}, 'in_scope')`,
        lte(month, monthStart(ctx.today)),
      ),
    );
}

export interface ReportRow {
  id: string;
  /** The month's last day. */
  asAt: string;
  signedName: string;
  signedAt: Date;
}

const columns = {
  id: coverageReports.id,
  asAt: coverageReports.asAt,
  signedName: coverageReports.signedName,
  signedAt: coverageReports.signedAt,
};

/** Signed reports, the newest month first; at most 60. */
export async function listReports(ctx: ReadContext): Promise<ReportRow[]> {
  return ctx.tx
    .select(columns)
    .from(coverageReports)
    .where(ctx.inBorough(coverageReports))
    .orderBy(desc(coverageReports.asAt), desc(coverageReports.signedAt))
    .limit(60);
}

/** One signed report. Throws NotFound. */
export async function getReport(ctx: ReadContext, id: string): Promise<ReportRow> {
  const [row] = await ctx.tx
    .select(columns)
    .from(coverageReports)
    .where(and(ctx.inBorough(coverageReports), eq(coverageReports.id, id)));
  if (!row) throw new NotFound("No such report.");
  return row;
}

/** Every figure of a report as it was signed, beside the same month's as it reads now. */
export async function listReportFigures(
  ctx: Pick<ReadContext, "tx" | "boroughs">,
  report: { id: string; asAt: string },
): Promise<ReportFigure[]> {
  const [boroughCode = ""] = ctx.boroughs;
  const rows = await ctx.tx.execute<ReportFigure & Record<string, unknown>>(sql`
    SELECT measure, sector, ward, late, coalesce(s.count, 0) AS signed, coalesce(n.count, 0) AS now
    FROM (
      SELECT measure, sector, ward, late, count FROM coverage_report_cells
      WHERE borough_code = ${boroughCode} AND report_id = ${report.id}
    ) s
    FULL JOIN (
      SELECT measure, sector, ward, late, sum(delta)::int AS count FROM coverage_cells
      WHERE borough_code = ${boroughCode} AND month <= ${report.asAt}
      GROUP BY measure, sector, ward, late HAVING sum(delta) <> 0
    ) n USING (measure, sector, ward, late)
    ORDER BY measure, sector, ward = '', ward, late`);
  return [...rows];
}

/** The figures of a month as they read now, before anybody signs them. */
export async function listMonthFigures(ctx: ReadContext, asAt: string): Promise<PlaceCell[]> {
  const { measure, sector, ward, late } = coverageCells;
  return ctx.tx
    .select({
      measure,
      sector,
      ward,
      late,
      month: sql<string>`${monthStart(asAt)}`,
      delta: sql<number>`sum(${coverageCells.delta})::int`,
    })
    .from(coverageCells)
    .where(and(ctx.inBorough(coverageCells), lte(coverageCells.month, asAt)))
    .groupBy(measure, sector, ward, late);
}

export interface CheckRow {
  at: Date;
  faults: number;
  repaired: number;
}

/** The newest outcome of the self-check; null before the first night. */
export async function findNewestCheck(ctx: ReadContext): Promise<CheckRow | null> {
  const { at, faults, repaired } = coverageChecks;
  const [row] = await ctx.tx
    .select({ at, faults, repaired })
    .from(coverageChecks)
    .where(ctx.inBorough(coverageChecks))
    .orderBy(desc(at))
    .limit(1);
  return row ?? null;
}
