import "server-only";
import { sql } from "drizzle-orm";
import type { FollowUpId } from "@/lib/businesses/follow-up-kinds";
import type { ReadContext } from "@/lib/command";
import { monthStart } from "@/lib/dates";
import type { Counted } from "./model";
import type { CellSum } from "./series";

/** Totals of the viewer's borough up to this month: one row a sector, measure and month of change. */
export async function listTotals(
  ctx: ReadContext,
  boroughCode: string,
  measures: readonly Counted[],
): Promise<CellSum[]> {
  const wanted = sql.join(
    measures.map((measure) => sql`${measure}`),
    sql`, `,
  );
  const rows = await ctx.tx.execute<CellSum & Record<string, unknown>>(sql`
    SELECT borough_code AS "boroughCode", sector, measure, month, delta FROM coverage_totals
    WHERE borough_code = ${boroughCode} AND measure IN (${wanted}) AND month <= ${monthStart(ctx.today)}`);
  return [...rows];
}

/** Businesses of one sector in one ward of which none has anybody trained. */
export interface UntrainedGroup {
  sector: string;
  /** Empty where the ward is not known. */
  ward: string;
  businesses: number;
  /** Of them, open after 23:00. */
  late: number;
}

/** Where most businesses have nobody trained, by sector and ward, the largest first. */
export async function listUntrainedGroups(
  ctx: ReadContext,
  boroughCode: string,
  most: number,
): Promise<UntrainedGroup[]> {
  const rows = await ctx.tx.execute<UntrainedGroup & Record<string, unknown>>(sql`
    SELECT sector, ward, sum(without)::int AS businesses, sum(without) FILTER (WHERE late)::int AS late
    FROM (
      SELECT sector, ward, late, CASE measure WHEN 'in_scope' THEN delta ELSE -delta END AS without
      FROM coverage_cells
      WHERE borough_code = ${boroughCode} AND measure IN ('in_scope', 'anyone_trained')
        AND month <= ${monthStart(ctx.today)}
    ) cells
    GROUP BY sector, ward HAVING sum(without) > 0
    ORDER BY 3 DESC, sector, ward LIMIT ${most}`);
  return rows.map((row) => ({ ...row, late: row.late ?? 0 }));
}

/** How many businesses there are to see to today, by kind; a kind without any is not in it. */
export async function countFollowUps(
  ctx: ReadContext,
  boroughCode: string,
): Promise<Partial<Record<FollowUpId, number>>> {
  const rows = await ctx.tx.execute<{ kind: FollowUpId; businesses: number }>(sql`
    SELECT kind, sum(delta)::int AS businesses FROM follow_up_cells
    WHERE borough_code = ${boroughCode} AND day <= ${ctx.today}
    GROUP BY kind HAVING sum(delta) > 0`);
  return Object.fromEntries(rows.map((row) => [row.kind, row.businesses]));
}

export interface BoroughFrame {
  sectors: { code: string; pluralLabel: string }[];
  /** Measures of the borough itself that hold this month, each with the month in which it ends. */
  held: { measure: string; metUntil: string | null }[];
  /** Targets in force, newest first; a measure or aim may be in it several times. */
  targets: { counted: string; share: number }[];
}

/** What a dashboard of the borough is read against, in one statement. */
export async function getBoroughFrame(
  ctx: ReadContext,
  boroughCode: string,
): Promise<BoroughFrame> {
  const [row] = await ctx.tx.execute<BoroughFrame & Record<string, unknown>>(sql`
    SELECT
      coalesce((SELECT json_agg(json_build_object('code', code, 'pluralLabel', plural_label) ORDER BY position)
        FROM sectors WHERE borough_code = ${boroughCode} AND counts_as_business), '[]') AS sectors,
      coalesce((SELECT json_agg(json_build_object('measure', measure, 'metUntil', met_until)) FROM borough_periods
        WHERE borough_code = ${boroughCode} AND met_from <= ${ctx.today}
          AND (met_until IS NULL OR met_until > ${ctx.today})), '[]') AS held,
      coalesce((SELECT json_agg(json_build_object('counted', counted, 'share', share)
          ORDER BY from_on DESC, recorded_at DESC) FROM borough_targets
        WHERE borough_code = ${boroughCode} AND from_on <= ${ctx.today}), '[]') AS targets`);
  if (!row) throw new Error("A frame always has a row.");
  return row;
}
