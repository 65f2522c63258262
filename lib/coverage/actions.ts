import "server-only";
import { sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import { ANSWER_DAYS } from "@/lib/businesses/model";
import type { ReadContext } from "@/lib/command";
import { addDays, monthEnd } from "@/lib/dates";

/** What waits for an officer, counted over the borough's businesses in scope. */
export interface BoroughWork {
  inScope: number;
  notInvited: number;
  notAnswered: number;
  noHeadcount: number;
  notAssigned: number;
  overdue: number;
  toConfirm: number;
  lapsing: number;
  /** The last day of the month in which the lapsing certificates end. */
  lapseOn: string;
}

/**
 * Businesses by what is missing next, in one statement. Each count has a list with the same condition
 * (lib/businesses/filters): `lapsing` is certificates that end this month, the rest are businesses.
 */
export async function countBoroughWork(
  ctx: ReadContext,
  boroughCode: string,
): Promise<BoroughWork> {
  const answeredBefore = addDays(ctx.today, -ANSWER_DAYS);
  const lapseOn = monthEnd(ctx.today);
  const [row] = await ctx.tx.execute<Record<keyof Omit<BoroughWork, "lapseOn">, number>>(sql`
    WITH open_business AS (
      SELECT b.id, b.stage, b.stage_on, b.headcount FROM businesses b
      WHERE b.borough_code = ${boroughCode} AND b.stage IN ('in_scope', 'invited', 'enrolled')
        AND b.sector <> ${COUNCIL_TEAM}
    ),
    asked AS (
      SELECT a.business_id,
        bool_or(a.due_on < ${ctx.today} AND NOT EXISTS (
          SELECT 1 FROM standing_periods p JOIN measure_courses mc ON mc.borough_code = p.borough_code
            AND mc.measure = p.measure AND mc.course_slug = a.course_slug
          WHERE p.borough_code = ${boroughCode} AND p.business_id = a.business_id
            AND p.met_from <= ${ctx.today} AND (p.met_until IS NULL OR p.met_until > ${ctx.today})
        )) AS overdue
      FROM assignments a
      WHERE a.borough_code = ${boroughCode} AND a.ended_on IS NULL GROUP BY a.business_id
    )
    SELECT count(*)::int AS "inScope",
      count(*) FILTER (WHERE o.stage = 'in_scope')::int AS "notInvited",
      count(*) FILTER (WHERE o.stage = 'invited' AND o.stage_on <= ${answeredBefore})::int AS "notAnswered",
      count(*) FILTER (WHERE o.stage = 'enrolled' AND o.headcount IS NULL)::int AS "noHeadcount",
      count(*) FILTER (WHERE o.stage = 'enrolled' AND a.business_id IS NULL)::int AS "notAssigned",
      count(*) FILTER (WHERE a.overdue)::int AS overdue,
      (SELECT count(DISTINCT s.business_id) FROM staff_members s JOIN open_business ob ON ob.id = s.business_id
        WHERE s.borough_code = ${boroughCode} AND s.confirmed_on IS NULL AND s.left_on IS NULL)::int AS "toConfirm",
      (SELECT count(*) FROM certificates k JOIN open_business ob ON ob.id = k.business_id
        WHERE k.borough_code = ${boroughCode} AND k.expires_on = ${lapseOn} AND k.revoked_on IS NULL)::int AS lapsing
    FROM open_business o LEFT JOIN asked a ON a.business_id = o.id`);
  if (!row) throw new Error("A count always has a row.");
  return { ...row, lapseOn };
}

export interface GapRow {
  id: string;
  name: string;
  sector: string;
  postcode: string;
  headcount: number | null;
  stage: string;
  overdue: boolean;
}

/** The largest businesses in scope that do not meet Prevent: where an hour's work covers most people. */
export async function listLargestGaps(
  ctx: ReadContext,
  boroughCode: string,
  most: number,
): Promise<GapRow[]> {
  const rows = await ctx.tx.execute<GapRow & Record<string, unknown>>(sql`
    SELECT b.id, b.name, b.sector, b.postcode, b.headcount, b.stage,
      EXISTS (SELECT 1 FROM assignments a WHERE a.borough_code = b.borough_code AND a.business_id = b.id
        AND a.ended_on IS NULL AND a.due_on < ${ctx.today}) AS overdue
    FROM businesses b
    WHERE b.borough_code = ${boroughCode} AND b.stage IN ('in_scope', 'invited', 'enrolled')
      AND b.sector <> ${COUNCIL_TEAM}
      AND NOT EXISTS (SELECT 1 FROM standing_periods p
        WHERE p.borough_code = b.borough_code AND p.business_id = b.id AND p.measure = 'prevent'
          AND p.met_from <= ${ctx.today} AND (p.met_until IS NULL OR p.met_until > ${ctx.today}))
    ORDER BY b.headcount DESC NULLS LAST, lower(b.name), b.id
    LIMIT ${most}`);
  return [...rows];
}
