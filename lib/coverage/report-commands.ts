import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { actorId } from "@/lib/auth/viewer";
import { defineCommand, type WriteContext } from "@/lib/command";
import { monthEnd, monthStart } from "@/lib/dates";
import { coverageReports } from "@/lib/db/schema/reports";
import { RuleBroken } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/queue";
import { listReportFigures } from "./history-queries";
import { repairCoverageInput, signReportInput } from "./report-schema";

/** Signs a month's figures off: they are kept as they read now and never change. */
export const signReport = defineCommand({
  name: "report.sign",
  input: signReportInput,
  async run(ctx, { month }) {
    const asAt = monthEnd(`${month}-01`);
    if (asAt >= ctx.today) {
      throw new RuleBroken("month", "This month is not over yet: sign it off after its last day");
    }
    await refuseSignedAlready(ctx, asAt);
    const id = randomUUID();
    const { boroughCode } = ctx;
    await ctx.tx.insert(coverageReports).values({
      boroughCode,
      id,
      asAt,
      signedBy: actorId(ctx.viewer),
      signedName: ctx.viewer.name,
    });
    const figures = await ctx.tx.execute(sql`
      INSERT INTO coverage_report_cells (borough_code, report_id, measure, sector, ward, late, count)
      SELECT borough_code, ${id}::uuid, measure, sector, ward, late, sum(delta)
      FROM coverage_cells WHERE borough_code = ${boroughCode} AND month <= ${monthStart(asAt)}
      GROUP BY borough_code, measure, sector, ward, late HAVING sum(delta) <> 0
      RETURNING 1`);
    if (figures.length === 0) {
      throw new RuleBroken("month", "Nothing was counted in this month: there is nothing to sign");
    }
    return {
      value: { reportId: id },
      touched: [],
      audit: {
        subject: ["coverage_report", id],
        fields: ["as_at"],
        details: { month, figures: figures.length },
      },
    };
  },
});

/** A month is signed again only when its figures have changed since. */
async function refuseSignedAlready(ctx: WriteContext, asAt: string): Promise<void> {
  const lock = `report|${ctx.boroughCode}|${asAt}`;
  await ctx.tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [last] = await ctx.tx
    .select({ id: coverageReports.id })
    .from(coverageReports)
    .where(and(ctx.inBorough(coverageReports), eq(coverageReports.asAt, asAt)))
    .orderBy(desc(coverageReports.signedAt))
    .limit(1);
  if (!last) return;
  const figures = await listReportFigures(ctx, { id: last.id, asAt });
  if (figures.every((figure) => figure.signed === figure.now)) {
    throw new RuleBroken("month", "This month is signed off, and nothing has changed since");
  }
}

/** Asks for every figure of the borough to be counted again from its facts; a job does it within a minute. */
export const repairCoverage = defineCommand({
  name: "coverage.repair",
  input: repairCoverageInput,
  async run(ctx) {
    const { boroughCode } = ctx;
    await enqueue(ctx.tx, "coverage.repair", { boroughCode });
    return {
      value: { boroughCode },
      touched: [],
      audit: { subject: ["borough", boroughCode], fields: ["coverage"], details: {} },
    };
  },
});
