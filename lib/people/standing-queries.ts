import "server-only";
import { sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { monthEnd } from "@/lib/dates";
import { IS_ASKED } from "@/lib/training/audience";

export interface MeasureCounts {
  measure: string;
  /** Titles of the courses that count for it in the business's sector. */
  courses: string[];
  /** Percent of the people who work there. */
  share: number;
  /** Confirmed people on the list, managers among them. */
  listed: number;
  managers: number;
  /** Of them, who holds a current certificate. */
  held: number;
  managersHeld: number;
  /** Of those certificates, how many lapse with this month or the next, and when the first does. */
  lapsing: number;
  lapsesOn: string | null;
}

/**
 * What each measure of training is counted from at one business, at the end of this month: the same
 * facts and days as coverage itself.
 */
export async function listMeasureCounts(
  ctx: ReadContext,
  businessId: string,
): Promise<MeasureCounts[]> {
  const borough = ctx.boroughs[0] ?? "";
  const lastDay = monthEnd(ctx.today);
  const soon = monthEnd(ctx.today, 1);
  const rows = await ctx.tx.execute<MeasureCounts & Record<string, unknown>>(sql`
    WITH wanted AS (
      SELECT mc.measure, array_agg(mc.course_slug) AS slugs, json_agg(c.title ORDER BY c.title)::jsonb AS courses
      FROM measure_courses mc
      JOIN businesses b ON b.borough_code = mc.borough_code AND b.sector = mc.sector
      JOIN courses c ON c.slug = mc.course_slug
      WHERE mc.borough_code = ${borough} AND b.id = ${businessId}
      GROUP BY mc.measure
    ),
    people AS (
      SELECT s.id, s.is_manager FROM staff_members s
      WHERE s.borough_code = ${borough} AND s.business_id = ${businessId} AND s.confirmed_on <= ${lastDay}
        AND (s.left_on IS NULL OR s.left_on > ${lastDay})
    ),
    held AS (
      SELECT w.measure, k.staff_id, max(k.expires_on) AS until
      FROM certificates k
      JOIN wanted w ON k.course_slug = ANY (w.slugs)
      WHERE k.borough_code = ${borough} AND k.business_id = ${businessId} AND k.issued_on <= ${lastDay}
        AND k.expires_on >= ${lastDay} AND (k.revoked_on IS NULL OR k.revoked_on > ${lastDay})
      GROUP BY w.measure, k.staff_id
    )
    SELECT w.measure, w.courses,
      coalesce((SELECT trained_share FROM borough_thresholds WHERE borough_code = ${borough} AND from_on <= ${lastDay}
        ORDER BY from_on DESC, recorded_at DESC LIMIT 1), 80) AS share,
      count(p.id)::int AS listed, count(p.id) FILTER (WHERE p.is_manager)::int AS managers,
      count(h.staff_id)::int AS held, count(h.staff_id) FILTER (WHERE p.is_manager)::int AS "managersHeld",
      count(h.staff_id) FILTER (WHERE h.until <= ${soon})::int AS lapsing,
      min(h.until) FILTER (WHERE h.until <= ${soon}) AS "lapsesOn"
    FROM wanted w
    LEFT JOIN people p ON true
    LEFT JOIN held h ON h.measure = w.measure AND h.staff_id = p.id
    GROUP BY w.measure, w.courses
    ORDER BY w.measure DESC`);
  return [...rows];
}

export interface OwnCourse {
  courseSlug: string;
  title: string;
  /** When the business was asked to finish it; null when nobody asked. */
  dueOn: string | null;
  /** Until when this person's newest certificate lasts; null without one. */
  expiresOn: string | null;
}

/** The courses asked of a business, or counted in its sector, and one person's certificates of them. */
export async function listCoursesOf(
  ctx: ReadContext,
  businessId: string,
  staffId: string | null,
): Promise<OwnCourse[]> {
  const borough = ctx.boroughs[0] ?? "";
  const rows = await ctx.tx.execute<OwnCourse & Record<string, unknown>>(sql`
    SELECT c.slug AS "courseSlug", c.title, a.due_on AS "dueOn", (
      SELECT max(k.expires_on) FROM certificates k
      WHERE k.borough_code = ${borough} AND k.business_id = ${businessId} AND k.course_slug = c.slug
        AND k.staff_id = ${staffId}::uuid AND k.revoked_on IS NULL) AS "expiresOn"
    FROM courses c
    LEFT JOIN assignments a ON a.borough_code = ${borough} AND a.business_id = ${businessId}
      AND a.course_slug = c.slug AND a.ended_on IS NULL
    WHERE (a.id IS NOT NULL AND (${staffId}::uuid IS NULL OR EXISTS (
      SELECT 1 FROM staff_members s WHERE s.borough_code = a.borough_code AND s.id = ${staffId}::uuid
        AND ${IS_ASKED}))) OR EXISTS (
      SELECT 1 FROM measure_courses mc JOIN businesses b ON b.borough_code = mc.borough_code AND b.sector = mc.sector
      WHERE mc.borough_code = ${borough} AND b.id = ${businessId} AND mc.course_slug = c.slug)
    ORDER BY a.due_on NULLS LAST, c.title DESC`);
  return [...rows];
}
