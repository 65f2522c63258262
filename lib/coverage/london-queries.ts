import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { monthStart } from "@/lib/dates";
import { arrayOf } from "@/lib/db/arrays";
import type { CountOption } from "./choice";
import type { MeasureStep, Step } from "./london";
import type { Share } from "./model";

type Rows<T> = T & Record<string, unknown>;

const denominator = (count: CountOption): SQL =>
  count.countedFor === "late_business"
    ? sql`measure = 'in_scope' AND late`
    : sql`measure = 'in_scope'`;

/**
 * How a count and its denominator changed, borough by borough and month by month up to this month.
 * Reads totals alone, which no ward and no business makes longer; late trading and what a borough does
 * itself come from the cells. Police may ask it of all London without opening any row.
 */
export async function listSteps(
  ctx: ReadContext,
  boroughCodes: readonly string[],
  count: CountOption,
  filter: { sector?: string | undefined } = {},
): Promise<Step[]> {
  const ofBorough = count.countedFor === "borough";
  const ofLate = count.countedFor === "late_business";
  const where = sql`borough_code = ANY (${arrayOf(boroughCodes, "text")})
    AND month <= ${monthStart(ctx.today)}
    ${filter.sector && !ofBorough ? sql`AND sector = ${filter.sector}` : sql``}`;
  const rows = await ctx.tx.execute<Rows<Step>>(sql`
    SELECT borough_code AS "boroughCode", month::text, sum(met)::int AS met, sum(whole)::int AS of
    FROM (
      SELECT borough_code, month, delta AS met, 0 AS whole
      FROM ${ofBorough ? sql`coverage_cells` : sql`coverage_totals`}
      WHERE ${where} AND measure = ANY (${arrayOf([...count.parts], "text")})
      UNION ALL
      SELECT borough_code, month, 0, delta
      FROM ${ofLate ? sql`coverage_cells` : sql`coverage_totals`}
      WHERE ${where} AND ${denominator(count)}
    ) changes
    GROUP BY borough_code, month ORDER BY borough_code, month`);
  return [...rows];
}

/** In an address, the businesses whose ward nobody knows. */
export const NO_WARD = "not-known";

/** Every measure of one borough of the viewer's, month by month, in the sector and ward asked for. */
export async function listMeasureSteps(
  ctx: ReadContext,
  boroughCode: string,
  filter: { sector?: string | undefined; ward?: string | undefined },
): Promise<MeasureStep[]> {
  const rows = await ctx.tx.execute<Rows<MeasureStep>>(sql`
    SELECT measure, month::text, late, sum(delta)::int AS delta
    FROM coverage_cells
    WHERE borough_code = ${boroughCode} AND month <= ${monthStart(ctx.today)}
      AND (sector = '' OR (true
        ${filter.sector ? sql`AND sector = ${filter.sector}` : sql``}
        ${filter.ward ? sql`AND ward = ${filter.ward === NO_WARD ? "" : filter.ward}` : sql``}))
    GROUP BY measure, month, late`);
  return [...rows];
}

export interface PlaceShare extends Share {
  sector: string;
  ward: string;
}

/** A count by sector and ward of one borough, as of one month. */
export async function listPlaceShares(
  ctx: ReadContext,
  boroughCode: string,
  count: CountOption,
  month: string,
): Promise<PlaceShare[]> {
  const rows = await ctx.tx.execute<Rows<PlaceShare>>(sql`
    SELECT sector, ward,
      coalesce(sum(delta) FILTER (WHERE measure <> 'in_scope'), 0)::int AS met,
      coalesce(sum(delta) FILTER (WHERE ${denominator(count)}), 0)::int AS of
    FROM coverage_cells
    WHERE borough_code = ${boroughCode} AND sector <> '' AND month <= ${month}
      AND measure = ANY (${arrayOf([...count.parts, "in_scope"], "text")})
    GROUP BY sector, ward ORDER BY sector, ward`);
  return [...rows];
}
