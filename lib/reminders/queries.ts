import "server-only";
import { sql } from "drizzle-orm";
import { MET } from "@/lib/assignments/queries";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import { FOLLOW_UPS } from "@/lib/businesses/follow-up-kinds";
import type { ReadContext } from "@/lib/command";
import { countWeek } from "@/lib/coverage/week-queries";
import { addDays } from "@/lib/dates";
import { IS_ASKED } from "@/lib/training/audience";
import { listMyChanges } from "@/lib/training/change-queries";
import {
  getLearningPlace,
  type LearnerContext,
  listMyCertificates,
  listMyCourses,
} from "@/lib/training/queries";
import {
  type BusinessFacts,
  DUE_DAYS,
  LAPSE_DAYS,
  type LearnerFacts,
  type WeekCount,
} from "./model";

/**
 * What waits at the businesses the viewer reads, those with something alone, by name: a manager's
 * own in the weekly e-mail, all of the borough's in its preview.
 */
export async function listBusinessFacts(
  ctx: ReadContext,
  boroughCode: string,
): Promise<BusinessFacts[]> {
  const { today } = ctx;
  const soon = addDays(today, LAPSE_DAYS);
  const rows = await ctx.tx.execute<BusinessFacts & Record<string, unknown>>(sql`
    WITH open AS MATERIALIZED (
      SELECT b.borough_code, b.id, b.name, b.sector, b.headcount FROM businesses b WHERE b.borough_code = ${boroughCode}
        AND b.stage IN ('in_scope', 'invited', 'enrolled') AND b.sector <> ${COUNCIL_TEAM}
    ),
    asked AS MATERIALIZED (
      SELECT a.* FROM assignments a JOIN open b ON b.id = a.business_id
      WHERE a.borough_code = ${boroughCode} AND a.ended_on IS NULL AND a.due_on <= ${addDays(today, DUE_DAYS)}
        AND NOT ${MET(today)}
    ),
    courses AS (
      SELECT business_id, count(*) FILTER (WHERE due_on < ${today})::int AS overdue,
        count(*) FILTER (WHERE due_on >= ${today})::int AS due,
        min(due_on) FILTER (WHERE due_on >= ${today}) AS first_due
      FROM asked GROUP BY business_id
    ),
    held AS (
      SELECT DISTINCT ON (k.business_id, k.staff_id, k.course_slug) k.business_id, k.staff_id, k.course_slug, k.expires_on
      FROM certificates k JOIN open b ON b.id = k.business_id
      WHERE k.borough_code = ${boroughCode} AND k.revoked_on IS NULL
      ORDER BY k.business_id, k.staff_id, k.course_slug, k.expires_on DESC
    ),
    staff AS (
      SELECT s.* FROM staff_members s JOIN open b ON b.id = s.business_id
      WHERE s.borough_code = ${boroughCode} AND s.left_on IS NULL
    ),
    people AS (
      SELECT a.business_id, count(DISTINCT s.id)::int AS people FROM asked a
      JOIN staff s ON s.business_id = a.business_id AND s.confirmed_on IS NOT NULL AND ${IS_ASKED}
      WHERE NOT EXISTS (SELECT 1 FROM held h WHERE h.business_id = a.business_id AND h.staff_id = s.id
        AND h.course_slug = a.course_slug AND h.expires_on >= ${today})
      GROUP BY a.business_id
    ),
    lapsing AS (
      SELECT h.business_id, count(*)::int AS lapsing, min(h.expires_on) AS first
      FROM held h JOIN staff s ON s.id = h.staff_id AND s.confirmed_on IS NOT NULL
      WHERE h.expires_on BETWEEN ${today} AND ${soon} GROUP BY h.business_id
    ),
    waiting AS (
      SELECT business_id, count(*)::int AS waiting FROM staff WHERE confirmed_on IS NULL GROUP BY business_id
    ),
    unread AS (
      SELECT mine.business_id, count(DISTINCT mine.course_slug)::int AS changed, count(DISTINCT mine.staff_id)::int AS readers
      FROM (SELECT k.business_id, k.staff_id, k.course_slug, max(v.number) AS number FROM certificates k
        JOIN staff s ON s.id = k.staff_id AND s.confirmed_on IS NOT NULL
        JOIN course_versions v ON v.id = k.version_id
        WHERE k.borough_code = ${boroughCode} AND k.equivalent_id IS NULL AND k.revoked_on IS NULL
          AND k.expires_on >= ${today}
        GROUP BY k.business_id, k.staff_id, k.course_slug) mine
      JOIN course_versions n ON n.course_slug = mine.course_slug AND n.number > mine.number AND n.material
      WHERE NOT EXISTS (SELECT FROM change_readings r WHERE r.borough_code = ${boroughCode}
        AND r.staff_id = mine.staff_id AND r.version_id = n.id)
      GROUP BY mine.business_id
    ),
    said AS (
      SELECT DISTINCT ON (p.business_id, p.item_code) p.business_id, p.item_code, p.change, p.lapses_on, b.sector
      FROM practice_changes p JOIN open b ON b.id = p.business_id
      WHERE p.borough_code = ${boroughCode} AND p.from_on <= ${today}
      ORDER BY p.business_id, p.item_code, p.from_on DESC, p.recorded_at DESC
    ),
    practices AS (
      SELECT p.business_id, count(*)::int AS practices, min(p.lapses_on) AS first FROM said p
      WHERE p.change = 'confirmed' AND p.lapses_on BETWEEN ${today} AND ${soon} AND (EXISTS (
        SELECT 1 FROM practice_items i JOIN sectors c ON c.copies_measures_of = i.sector
        WHERE c.borough_code = ${boroughCode} AND c.code = p.sector AND i.code = p.item_code
          AND (i.until_on IS NULL OR i.until_on > ${today})) OR EXISTS (
        SELECT 1 FROM borough_practice_items i WHERE i.borough_code = ${boroughCode} AND i.sector = p.sector
          AND i.code = p.item_code AND (i.until_on IS NULL OR i.until_on > ${today})))
      GROUP BY p.business_id
    )
    SELECT b.id AS "businessId", b.name, coalesce(c.overdue, 0) AS overdue, coalesce(c.due, 0) AS due,
      c.first_due AS "firstDueOn", coalesce(p.people, 0) AS people, coalesce(l.lapsing, 0) AS lapsing,
      l.first AS "firstLapseOn", coalesce(w.waiting, 0) AS waiting, coalesce(r.practices, 0) AS practices,
      r.first AS "firstPracticeOn", coalesce(u.changed, 0) AS changed, coalesce(u.readers, 0) AS readers
    FROM open b
    LEFT JOIN courses c ON c.business_id = b.id LEFT JOIN people p ON p.business_id = b.id
    LEFT JOIN lapsing l ON l.business_id = b.id LEFT JOIN waiting w ON w.business_id = b.id
    LEFT JOIN practices r ON r.business_id = b.id
    LEFT JOIN unread u ON u.business_id = b.id
    WHERE c.business_id IS NOT NULL OR l.business_id IS NOT NULL OR w.business_id IS NOT NULL
      OR r.business_id IS NOT NULL OR u.business_id IS NOT NULL
    ORDER BY b.name, b.id`);
  return [...rows];
}

/** A colleague's week, by kind: what is theirs and what nobody has taken. */
export async function listWeekCounts(
  ctx: ReadContext,
  boroughCode: string,
  userId: string,
): Promise<WeekCount[]> {
  const { followUps, actions } = await countWeek(ctx, boroughCode, userId);
  return [
    ...FOLLOW_UPS.map(({ id, label }) => ({ label, ...(followUps.get(id) ?? NONE) })),
    { label: "Actions of the borough", ...actions },
  ];
}

const NONE = { own: 0, nobodys: 0 };

/** What the learner still has to do; null at a business that has closed. */
export async function findLearnerFacts(ctx: LearnerContext): Promise<LearnerFacts | null> {
  const place = await getLearningPlace(ctx);
  if (place.closed) return null;
  const courses = await listMyCourses(ctx);
  const held = await listMyCertificates(ctx);
  const newest = held.filter(
    (one, i) =>
      !one.revokedOn &&
      held.findIndex((k) => k.courseSlug === one.courseSlug && !k.revokedOn) === i,
  );
  const isHeld = (slug: string) =>
    newest.some((one) => one.courseSlug === slug && one.expiresOn >= ctx.today);
  return {
    businessId: ctx.viewer.businessId,
    business: place.business,
    toTake: courses.flatMap(({ slug, title, dueOn }) =>
      dueOn !== null && !isHeld(slug) ? [{ title, dueOn }] : [],
    ),
    lapsing: newest
      .filter(
        (one) => one.expiresOn >= ctx.today && one.expiresOn <= addDays(ctx.today, LAPSE_DAYS),
      )
      .map(({ course: title, expiresOn }) => ({ title, expiresOn })),
    changed: [...new Set((await listMyChanges(ctx)).map(({ course }) => course))],
  };
}
