import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { assignments } from "@/lib/db/schema/assignments";
import { courseVersions, lessons } from "@/lib/db/schema/library";
import { trainingRecords } from "@/lib/db/schema/training";
import { NotFound } from "@/lib/errors";
import type { LearnerContext } from "./queries";

type LearnerWrite = WriteContext & LearnerContext;

export interface LockedRecord {
  versionId: string;
  businessId: string;
  reachedLesson: number;
  completedOn: string | null;
  /** The lessons of a refresher by position; null for the whole course. */
  path: number[] | null;
  /** It asks the short check: a refresher, or learned in a group session. */
  short: boolean;
  lessons: number;
  /** A certificate of it moves nothing but the standing: everybody is asked, and a measure counts it. */
  counts: boolean;
}

/** The learner's own record, locked until the command ends. Throws NotFound for anybody else's. */
export async function lockMyRecord(ctx: LearnerWrite, id: string): Promise<LockedRecord> {
  const [row] = await ctx.tx
    .select({
      versionId: trainingRecords.versionId,
      businessId: trainingRecords.businessId,
      reachedLesson: trainingRecords.reachedLesson,
      completedOn: trainingRecords.completedOn,
      path: trainingRecords.refresherLessons,
      sessionId: trainingRecords.sessionId,
      counts: sql<boolean>`EXISTS (SELECT 1 FROM assignments a
        JOIN businesses b ON b.borough_code = a.borough_code AND b.id = a.business_id
        JOIN measure_courses mc ON mc.borough_code = b.borough_code AND mc.sector = b.sector AND mc.course_slug = a.course_slug
        WHERE a.borough_code = training_records.borough_code AND a.id = training_records.assignment_id
          AND a.audience = 'all_staff' AND a.share IS NULL)`,
    })
    .from(trainingRecords)
    .where(and(ctx.own(trainingRecords, id), eq(trainingRecords.staffId, ctx.viewer.staffId)))
    .for("update");
  if (!row) throw new NotFound();
  const count =
    row.path?.length ?? (await ctx.tx.$count(lessons, eq(lessons.versionId, row.versionId)));
  const { sessionId, ...rest } = row;
  return { ...rest, short: row.path !== null || sessionId !== null, lessons: count };
}

/** The newest open assignment of the course to the learner's business. */
export async function findOpenAssignment(
  ctx: LearnerWrite,
  courseSlug: string,
): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        ctx.inBorough(assignments),
        eq(assignments.businessId, ctx.viewer.businessId),
        eq(assignments.courseSlug, courseSlug),
        isNull(assignments.endedOn),
      ),
    )
    .orderBy(desc(assignments.createdAt))
    .limit(1);
  return row?.id ?? null;
}

/** Opens a record; when a twin of this command was first, its record. */
export async function insertRecord(
  ctx: LearnerWrite,
  row: {
    businessId: string;
    assignmentId: string;
    versionId: string;
    refresherLessons: number[] | null;
  },
): Promise<string> {
  const { boroughCode } = ctx;
  const { staffId } = ctx.viewer;
  const id = randomUUID();
  await ctx.tx
    .insert(trainingRecords)
    .values({ boroughCode, id, staffId, ...row, reachedLesson: 1 })
    .onConflictDoNothing();
  const [open] = await ctx.tx
    .select({ id: trainingRecords.id })
    .from(trainingRecords)
    .where(
      and(
        ctx.inBorough(trainingRecords),
        eq(trainingRecords.staffId, staffId),
        eq(trainingRecords.assignmentId, row.assignmentId),
        isNull(trainingRecords.completedOn),
      ),
    );
  return open?.id ?? id;
}

/**
 * What a record's version asks for a pass, and how many months its certificate lasts: as the version
 * says, or fewer where the borough's rule that asked for it does. Throws NotFound.
 */
export async function getVersionRules(
  ctx: LearnerWrite,
  versionId: string,
  recordId: string,
): Promise<{ courseSlug: string; passShare: number; monthsValid: number }> {
  const [row] = await ctx.tx
    .select({
      courseSlug: courseVersions.courseSlug,
      passShare: courseVersions.passShare,
      monthsValid: sql<number>`least(${courseVersions.monthsValid}, (SELECT a.months_valid
        FROM training_records r JOIN assignments a ON a.borough_code = r.borough_code AND a.id = r.assignment_id
        WHERE r.borough_code = ${ctx.boroughCode} AND r.id = ${recordId}))`,
    })
    .from(courseVersions)
    .where(eq(courseVersions.id, versionId));
  if (!row) throw new NotFound();
  return row;
}
