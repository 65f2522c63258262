import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command";
import { lessons } from "@/lib/db/schema/library";
import { groupSessions, sessionAttendances, trainingRecords } from "@/lib/db/schema/training";
import { NotFound } from "@/lib/errors";
import { asLearner, broken } from "@/lib/training/commands";
import { mayStart } from "@/lib/training/model";
import { listMyCertificates } from "@/lib/training/queries";
import { sessionState } from "./model";
import { findAsked } from "./queries";
import { attendSessionInput } from "./schema";

/**
 * The learner says that they are in today's session: they have been led through every lesson, and the
 * short check is theirs to answer. Pressed again, it gives the same record. Throws RuleBroken when the
 * session is not on, or a certificate of the course is still fresh.
 */
export const attendSession = defineCommand({
  name: "group_session.attend",
  input: attendSessionInput,
  async run(write, { sessionId }) {
    const ctx = asLearner(write);
    const { boroughCode, tx } = ctx;
    const { businessId, staffId } = ctx.viewer;
    const [session] = await tx
      .select()
      .from(groupSessions)
      .where(and(ctx.own(groupSessions, sessionId), eq(groupSessions.businessId, businessId)));
    if (!session) throw new NotFound();
    const state = sessionState(ctx.today, { ...session, ended: session.endedAt !== null });
    if (state !== "today") throw broken("session");
    const assignmentId = await findAsked(ctx, businessId, session.courseSlug);
    if (!assignmentId) throw broken("course");
    const held = (await listMyCertificates(ctx)).find(
      (each) => each.courseSlug === session.courseSlug && !each.revokedOn,
    );
    if (!mayStart(ctx.today, held)) throw broken("held");
    const recordId = randomUUID();
    const mine = and(
      ctx.inBorough(trainingRecords),
      eq(trainingRecords.staffId, staffId),
      eq(trainingRecords.assignmentId, assignmentId),
      isNull(trainingRecords.completedOn),
    );
    const reachedLesson = await tx.$count(lessons, eq(lessons.versionId, session.versionId));
    await tx
      .insert(trainingRecords)
      .values({
        boroughCode,
        id: recordId,
        businessId,
        staffId,
        assignmentId,
        versionId: session.versionId,
        reachedLesson,
        sessionId,
      })
      .onConflictDoNothing();
    // What they had begun alone goes on: the session has led them to the end of it, whichever version it is of.
    const all = sql`(SELECT count(*)::int FROM lessons l WHERE l.version_id = ${trainingRecords.versionId})`;
    const [open] = await tx
      .update(trainingRecords)
      .set({ sessionId, reachedLesson: sql`greatest(${trainingRecords.reachedLesson}, ${all})` })
      .where(mine)
      .returning({ id: trainingRecords.id });
    await tx
      .insert(sessionAttendances)
      .values({ boroughCode, sessionId, businessId, staffId, how: "phone" })
      .onConflictDoNothing();
    return {
      value: { recordId: open?.id ?? recordId },
      touched: [],
      audit: { subject: ["group_session", sessionId], businessId, fields: ["attendance"] },
    };
  },
});
