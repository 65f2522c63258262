import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { monthEnd } from "@/lib/dates";
import { type Stage, stageChanges } from "@/lib/db/schema/businesses";

export interface StandingRow {
  measure: string;
  /** First day of the month since which it is met; null when it is not met now. */
  metSince: string | null;
  /** First day of the month from which it will not be met any more, as things stand. */
  metUntil: string | null;
  /** First day of the month in which it was last lost; null when it never was met before. */
  lostIn: string | null;
}

/** What a business meets this month, and when it last did, one row a measure it ever met. */
export async function listStanding(ctx: ReadContext, businessId: string): Promise<StandingRow[]> {
  const rows = await ctx.tx.execute<StandingRow & Record<string, unknown>>(sql`
    SELECT p.measure,
      max(p.met_from) FILTER (WHERE p.met_from <= ${ctx.today} AND (p.met_until IS NULL OR p.met_until > ${ctx.today})) AS "metSince",
      max(p.met_until) FILTER (WHERE p.met_from <= ${ctx.today} AND p.met_until > ${ctx.today}) AS "metUntil",
      max(p.met_until) FILTER (WHERE p.met_until <= ${ctx.today}) AS "lostIn"
    FROM standing_periods p
    WHERE p.borough_code = ANY (string_to_array(${ctx.boroughs.join(",")}, ',')) AND p.business_id = ${businessId}
    GROUP BY p.measure`);
  return [...rows];
}

export interface StaffCounts {
  /** Confirmed by the manager and still there at the end of this month. */
  confirmed: number;
  managers: number;
  managersTrained: number;
  /** Signed up and not confirmed yet: they count in no figure. */
  waiting: number;
  trained: number;
  reporting: number;
}

/** People of a business as counts, by the rules of the measures; no names. */
export async function getStaffCounts(ctx: ReadContext, businessId: string): Promise<StaffCounts> {
  const lastDay = monthEnd(ctx.today);
  const [row] = await ctx.tx.execute<StaffCounts & Record<string, unknown>>(sql`
    WITH people AS (
      SELECT s.id, s.is_manager, s.confirmed_on <= ${lastDay} AS confirmed,
        coalesce(bool_or(mc.measure = 'trained'), false) AS trained,
        coalesce(bool_or(mc.measure = 'reporting_route'), false) AS reporting
      FROM staff_members s
      JOIN businesses b ON b.borough_code = s.borough_code AND b.id = s.business_id
      LEFT JOIN certificates k ON k.borough_code = s.borough_code AND k.business_id = s.business_id
        AND k.staff_id = s.id AND k.issued_on <= ${lastDay} AND k.expires_on >= ${lastDay}
        AND (k.revoked_on IS NULL OR k.revoked_on > ${lastDay})
      LEFT JOIN measure_courses mc ON mc.borough_code = b.borough_code AND mc.sector = b.sector
        AND mc.course_slug = k.course_slug
      WHERE s.borough_code = ANY (string_to_array(${ctx.boroughs.join(",")}, ',')) AND s.business_id = ${businessId}
        AND (s.left_on IS NULL OR s.left_on > ${lastDay})
      GROUP BY s.id, s.is_manager, s.confirmed_on
    )
    SELECT count(*) FILTER (WHERE confirmed)::int AS confirmed,
      count(*) FILTER (WHERE confirmed AND is_manager)::int AS managers,
      count(*) FILTER (WHERE confirmed AND is_manager AND trained)::int AS "managersTrained",
      count(*) FILTER (WHERE confirmed IS NOT TRUE)::int AS waiting,
      count(*) FILTER (WHERE confirmed AND trained)::int AS trained,
      count(*) FILTER (WHERE confirmed AND reporting)::int AS reporting
    FROM people`);
  if (!row) throw new Error("A count always has a row.");
  return row;
}

/** Every stage a business has been in, the newest first (at most 50). */
export async function listStageChanges(
  ctx: ReadContext,
  businessId: string,
): Promise<{ id: string; stage: Stage; fromOn: string }[]> {
  return ctx.tx
    .select({ id: stageChanges.id, stage: stageChanges.stage, fromOn: stageChanges.fromOn })
    .from(stageChanges)
    .where(and(ctx.inBorough(stageChanges), eq(stageChanges.businessId, businessId)))
    .orderBy(desc(stageChanges.fromOn), desc(stageChanges.recordedAt))
    .limit(50);
}
