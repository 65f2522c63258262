import "server-only";
import { sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { LAPSE_HEADSTART_DAYS, lapsesSoonBy, NEVER_DAYS } from "./model";

/** A business worth a visit, with the two reasons why. */
export interface WorthRow {
  id: string;
  name: string;
  address: string;
  postcode: string;
  sector: string;
  /** Empty when not known. */
  ward: string;
  opensLate: boolean | null;
  /** The last visit on which somebody in charge was met; null when there was none. */
  visitedOn: string | null;
  /** First day of the month in which something it meets now will have lapsed; null when nothing does soon. */
  lapsesIn: string | null;
  /** What lapses then, as measures. */
  lapsing: string[];
}

/** What a visit can renew: an officer sees it, or reminds a manager of it. */
const RENEWED_ON_A_VISIT = sql`('materials', 'practices', 'records', 'trained', 'reporting_route', 'night_cover', 'safeguarding_lead')`;

/**
 * Businesses in scope with no visit planned: the longest without one first, those about to lose a
 * measure as if they had waited a year longer. At most `most`; `ward` null means every ward.
 */
export async function listWorthVisiting(
  ctx: ReadContext,
  ward: string | null,
  most: number,
): Promise<WorthRow[]> {
  const borough = ctx.boroughs[0] ?? "";
  const rows = await ctx.tx.execute<WorthRow & Record<string, unknown>>(sql`
    SELECT b.id, b.name, b.address, b.postcode, b.sector, coalesce(b.ward, '') AS ward,
      b.opens_late AS "opensLate", seen.visited_on AS "visitedOn", l.lapses_in AS "lapsesIn",
      coalesce(l.measures, '[]'::jsonb) AS lapsing
    FROM businesses b
    JOIN sectors c ON c.borough_code = b.borough_code AND c.code = b.sector AND c.counts_as_business
    LEFT JOIN (
      SELECT business_id, max(visited_on) AS visited_on FROM visits
      WHERE borough_code = ${borough} AND state = 'done' AND outcome = 'seen' GROUP BY business_id
    ) seen ON seen.business_id = b.id
    LEFT JOIN (
      SELECT business_id, min(met_until) AS lapses_in, jsonb_agg(measure ORDER BY met_until, measure) AS measures
      FROM standing_periods
      WHERE borough_code = ${borough} AND measure IN ${RENEWED_ON_A_VISIT} AND met_from <= ${ctx.today}
        AND met_until > ${ctx.today} AND met_until <= ${lapsesSoonBy(ctx.today)}::date + 1
      GROUP BY business_id
    ) l ON l.business_id = b.id
    WHERE b.borough_code = ${borough} AND b.stage IN ('in_scope', 'invited', 'enrolled')
      AND (${ward}::text IS NULL OR coalesce(b.ward, '') = ${ward})
      AND NOT EXISTS (SELECT FROM visits v WHERE v.borough_code = b.borough_code AND v.business_id = b.id
        AND v.state = 'planned')
    ORDER BY coalesce(${ctx.today}::date - seen.visited_on, ${NEVER_DAYS}::int)
        + CASE WHEN l.lapses_in IS NULL THEN 0 ELSE ${LAPSE_HEADSTART_DAYS}::int END DESC,
      b.opens_late DESC NULLS LAST, lower(b.name), b.id
    LIMIT ${most}`);
  return [...rows];
}
