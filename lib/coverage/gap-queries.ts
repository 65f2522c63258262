import "server-only";
import { sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { monthStart } from "@/lib/dates";
import type { BusinessAim, Share } from "./model";

export interface PlaceShare extends Share {
  /** Empty where the ward is not known. */
  ward: string;
  sector: string;
  late: boolean;
}

/** Where an aim is met this month: one row a sector, ward and late trading, of the cells alone. */
export async function listPlaceShares(
  ctx: ReadContext,
  boroughCode: string,
  aim: BusinessAim,
): Promise<PlaceShare[]> {
  const rows = await ctx.tx.execute<PlaceShare & Record<string, unknown>>(sql`
    SELECT sector, ward, late, coalesce(sum(delta) FILTER (WHERE measure = ${aim}), 0)::int AS met,
      coalesce(sum(delta) FILTER (WHERE measure = 'in_scope'), 0)::int AS of
    FROM coverage_cells
    WHERE borough_code = ${boroughCode} AND measure IN ('in_scope', ${aim}) AND month <= ${monthStart(ctx.today)}
    GROUP BY sector, ward, late HAVING sum(delta) FILTER (WHERE measure = 'in_scope') > 0`);
  return [...rows];
}

export interface ChainShare extends Share {
  operatorId: string;
  name: string;
}

/** How businesses of one company stand, the company with most that do not meet the aim first. */
export async function listChainShares(
  ctx: ReadContext,
  boroughCode: string,
  aim: BusinessAim,
  most: number,
): Promise<ChainShare[]> {
  const rows = await ctx.tx.execute<ChainShare & Record<string, unknown>>(sql`
    SELECT o.id AS "operatorId", o.name, count(*)::int AS of, count(p.business_id)::int AS met
    FROM businesses b
    JOIN operators o ON o.borough_code = b.borough_code AND o.id = b.operator_id
    LEFT JOIN standing_periods p ON p.borough_code = b.borough_code AND p.business_id = b.id
      AND p.measure = ${aim} AND p.met_from <= ${ctx.today} AND (p.met_until IS NULL OR p.met_until > ${ctx.today})
    WHERE b.borough_code = ${boroughCode} AND b.operator_id IS NOT NULL
      AND b.stage IN ('in_scope', 'invited', 'enrolled')
    GROUP BY o.id, o.name HAVING count(*) > 1
    ORDER BY count(*) - count(p.business_id) DESC, lower(o.name) LIMIT ${most}`);
  return [...rows];
}
