import "server-only";
import { randomInt, randomUUID } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import { defineCommand, type WriteContext } from "@/lib/command";
import { certificates } from "@/lib/db/schema/certificates";
import { courseVersions, questions } from "@/lib/db/schema/library";
import { attempts, trainingRecords } from "@/lib/db/schema/training";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { drawQuestions, mayStart, PROBLEMS, type Problem } from "./model";
import {
  getLearningPlace,
  type LearnerContext,
  listMyCertificates,
  listMyOpenRecords,
} from "./queries";
import { findNewestVersion } from "./record-queries";
import { findOpenAssignment, insertRecord, type LockedRecord, lockMyRecord } from "./record-rows";
import { reachLessonInput, showNameInput, startAttemptInput, startTrainingInput } from "./schema";

export type LearnerWrite = WriteContext & LearnerContext;

/** Training is done by the person themselves: the permission table says so, the type needs it. */
export function asLearner(ctx: WriteContext): LearnerWrite {
  const { viewer } = ctx;
  if (viewer.role !== "staff") throw new Forbidden("Only the learner may do this.");
  return { ...ctx, viewer };
}

export const broken = (problem: Problem) => new RuleBroken(problem, PROBLEMS[problem]);

/**
 * Begins a course the business is asked to take, or goes on with the record that is open.
 * `path` "refresher" is the shorter way of somebody who renews.
 * Throws RuleBroken when it is not asked, the business has closed, or a certificate is still fresh.
 */
export const startTraining = defineCommand({
  name: "training.start",
  input: startTrainingInput,
  async run(write, { courseSlug, path }) {
    const ctx = asLearner(write);
    const { businessId } = ctx.viewer;
    const place = await getLearningPlace(ctx);
    const audit = (id: string) => ({
      subject: ["training_record", id] as const,
      fields: ["version_id"],
    });
    const open = (await listMyOpenRecords(ctx)).find((record) => record.courseSlug === courseSlug);
    if (open) return { value: { recordId: open.id }, touched: [], audit: audit(open.id) };
    if (place.closed) throw broken("closed");
    const assignmentId = await findOpenAssignment(ctx, courseSlug);
    const version = await findNewestVersion(ctx.tx, courseSlug);
    if (!assignmentId || !version) throw broken("course");
    const held = (await listMyCertificates(ctx)).find(
      (c) => c.courseSlug === courseSlug && !c.revokedOn,
    );
    if (!mayStart(ctx.today, held)) throw broken("held");
    const refresher = path === "refresher" ? version.refresherLessons : null;
    if (refresher && (!held || held.fromElsewhere || refresher.length === 0))
      throw broken("refresher");
    const recordId = await insertRecord(ctx, {
      businessId,
      assignmentId,
      versionId: version.id,
      refresherLessons: refresher,
    });
    return { value: { recordId }, touched: [], audit: audit(recordId) };
  },
});

/** Opens the next lesson: learning starts again there. A lesson read before changes nothing. */
export const reachLesson = defineCommand({
  name: "training.reach_lesson",
  input: reachLessonInput,
  async run(write, { recordId, lesson }) {
    const ctx = asLearner(write);
    const record = await lockMyRecord(ctx, recordId);
    const reached = Math.min(lesson, record.reachedLesson + 1, record.lessons);
    if (!record.completedOn && reached > record.reachedLesson) {
      await ctx.tx
        .update(trainingRecords)
        .set({ reachedLesson: reached })
        .where(ctx.own(trainingRecords, recordId));
    }
    return {
      value: { lesson: reached },
      touched: [],
      audit: { subject: ["training_record", recordId], fields: ["reached_lesson"] },
    };
  },
});

/** Draws the final questions for a new attempt, or goes on with the open one. */
export const startAttempt = defineCommand({
  name: "training.start_attempt",
  input: startAttemptInput,
  async run(write, { recordId }) {
    const ctx = asLearner(write);
    const record = await lockMyRecord(ctx, recordId);
    if (record.completedOn) throw broken("attempt");
    if (record.reachedLesson < record.lessons) throw broken("lessons");
    const [open] = await ctx.tx
      .select({ id: attempts.id })
      .from(attempts)
      .where(
        and(ctx.inBorough(attempts), eq(attempts.recordId, recordId), isNull(attempts.finishedAt)),
      );
    const id = open?.id ?? randomUUID();
    if (!open) {
      await ctx.tx.insert(attempts).values({
        boroughCode: ctx.boroughCode,
        id,
        recordId,
        businessId: ctx.viewer.businessId,
        staffId: ctx.viewer.staffId,
        questionIds: await draw(ctx, record),
      });
    }
    return {
      value: { attemptId: id },
      touched: [],
      audit: { subject: ["attempt", id], fields: [] },
    };
  },
});

/** A short check draws fewer, from the same bank: it asks about the whole course. */
async function draw(ctx: LearnerWrite, { versionId, short }: LockedRecord): Promise<string[]> {
  const bank = await ctx.tx
    .select({
      id: questions.id,
      count: courseVersions.questionsPerAttempt,
      refresher: courseVersions.refresherQuestions,
    })
    .from(questions)
    .innerJoin(courseVersions, eq(courseVersions.id, questions.versionId))
    .where(and(eq(questions.versionId, versionId), eq(questions.use, "final")))
    .orderBy(asc(questions.position));
  return drawQuestions(
    bank.map((row) => row.id),
    (short ? bank[0]?.refresher : null) ?? bank[0]?.count ?? 0,
    (limit) => randomInt(limit),
  );
}

/** The holder agrees, or no longer agrees, to their initial and family name on the public page. */
export const showName = defineCommand({
  name: "certificate.show_name",
  input: showNameInput,
  async run(write, { certificateId, showsName }) {
    const ctx = asLearner(write);
    const shown = showsName === "on";
    const changed = await ctx.tx
      .update(certificates)
      .set({ showsName: shown })
      .where(
        and(ctx.own(certificates, certificateId), eq(certificates.staffId, ctx.viewer.staffId)),
      )
      .returning({ id: certificates.id });
    if (changed.length === 0) throw new NotFound();
    return {
      value: { showsName: shown },
      touched: [],
      audit: {
        subject: ["certificate", certificateId],
        fields: ["shows_name"],
        details: { shows_name: shown },
      },
    };
  },
});
