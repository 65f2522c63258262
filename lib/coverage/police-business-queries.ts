import "server-only";
import { sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";

type Rows<T> = T & Record<string, unknown>;

/** The last months in which a business met a measure: from one month, until before another (null: still). */
export interface PeriodRow {
  measure: string;
  metFrom: string;
  metUntil: string | null;
}

export interface VisitRow {
  state: "planned" | "done";
  /** The day it took place, or is planned for. */
  on: string;
  outcome: string | null;
  headcount: number | null;
  nextVisitOn: string | null;
}

/** What police read of a business besides its counts. */
export interface BusinessRecord {
  /** The newest period of each measure. */
  periods: PeriodRow[];
  /** The newest first; a visit called off is not among them. */
  visits: VisitRow[];
}

/** A business's measures and visits, in one statement. The row's own query says whose it is. */
export async function getBusinessRecord(
  ctx: ReadContext,
  boroughCode: string,
  businessId: string,
): Promise<BusinessRecord> {
  const [row] = await ctx.tx.execute<Rows<BusinessRecord>>(sql`
    SELECT
      coalesce((SELECT json_agg(json_build_object(
          'measure', measure, 'metFrom', met_from, 'metUntil', met_until))
        FROM (
          SELECT DISTINCT ON (measure) measure, met_from, met_until FROM standing_periods
          WHERE borough_code = ${boroughCode} AND business_id = ${businessId} AND met_from <= ${ctx.today}
          ORDER BY measure, met_from DESC
        ) newest), '[]') AS periods,
      coalesce((SELECT json_agg(json_build_object('state', state, 'on', on_day, 'outcome', outcome,
          'headcount', headcount, 'nextVisitOn', next_visit_on) ORDER BY on_day DESC)
        FROM (
          SELECT state, coalesce(visited_on, planned_on) AS on_day, outcome, headcount, next_visit_on
          FROM visits
          WHERE borough_code = ${boroughCode} AND business_id = ${businessId} AND state <> 'cancelled'
          ORDER BY on_day DESC LIMIT 20
        ) newest), '[]') AS visits`);
  return row ?? { periods: [], visits: [] };
}
