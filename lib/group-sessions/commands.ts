import "server-only";
import { randomInt, randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { type HeldBusiness, holdBusiness } from "@/lib/businesses/stages";
import { defineCommand, type WriteContext } from "@/lib/command";
import { courseVersions, questions } from "@/lib/db/schema/library";
import { groupSessions } from "@/lib/db/schema/training";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { drawQuestions } from "@/lib/training/model";
import { findNewestVersion } from "@/lib/training/record-queries";
import { sessionDayFault } from "./model";
import { findAsked } from "./queries";
import { planSessionInput, sessionInput } from "./schema";

/** The business of a session, locked; a manager's own, or one of the officer's borough. Throws NotFound. */
export function holdPlace(ctx: WriteContext, businessId: string): Promise<HeldBusiness> {
  const { viewer } = ctx;
  if (viewer.role === "business_manager" && viewer.businessId !== businessId) throw new NotFound();
  return holdBusiness(ctx, businessId);
}

/** A session that has neither ended nor been called off. Throws NotFound or Conflict. */
export async function getOpenSession(ctx: WriteContext, businessId: string, sessionId: string) {
  const [session] = await ctx.tx
    .select()
    .from(groupSessions)
    .where(and(ctx.own(groupSessions, sessionId), eq(groupSessions.businessId, businessId)));
  if (!session) throw new NotFound("No such session.");
  if (session.calledOff) throw new Conflict("This session was called off. Plan a new one.");
  if (session.endedAt) {
    throw new Conflict("This session has ended already. Nothing of this form was saved.");
  }
  return session;
}

/** Plans a session of a course the business is asked to take, and draws the questions of its printed check. */
export const planSession = defineCommand({
  name: "group_session.plan",
  input: planSessionInput,
  async run(ctx, { businessId, courseSlug, heldOn }) {
    const business = await holdPlace(ctx, businessId);
    if (business.stage === "closed") throw new RuleBroken("form", "This business has closed");
    const fault = sessionDayFault(heldOn, ctx.today);
    if (fault) throw new RuleBroken("heldOn", fault);
    const assignmentId = await findAsked(ctx, businessId, courseSlug);
    const version = await findNewestVersion(ctx.tx, courseSlug);
    if (!assignmentId || !version) {
      throw new RuleBroken("courseSlug", "Choose a course the business is asked to take");
    }
    const id = randomUUID();
    await ctx.tx.insert(groupSessions).values({
      boroughCode: ctx.boroughCode,
      id,
      businessId,
      courseSlug,
      versionId: version.id,
      heldOn,
      questionIds: await drawCheck(ctx, version.id),
      plannedBy: "userId" in ctx.viewer ? ctx.viewer.userId : id,
    });
    return {
      value: { sessionId: id },
      touched: [],
      audit: {
        subject: ["group_session", id],
        businessId,
        fields: ["course_slug", "held_on"],
        details: { course: courseSlug, heldOn },
      },
    };
  },
});

/** The short check: as many as a refresher asks, from the whole bank. */
async function drawCheck(ctx: WriteContext, versionId: string): Promise<string[]> {
  const bank = await ctx.tx
    .select({
      id: questions.id,
      whole: courseVersions.questionsPerAttempt,
      short: courseVersions.refresherQuestions,
    })
    .from(questions)
    .innerJoin(courseVersions, eq(courseVersions.id, questions.versionId))
    .where(and(eq(questions.versionId, versionId), eq(questions.use, "final")))
    .orderBy(asc(questions.position));
  return drawQuestions(
    bank.map((row) => row.id),
    bank[0]?.short ?? bank[0]?.whole ?? 0,
    (limit) => randomInt(limit),
  );
}

const settle = (what: "end" | "call_off") =>
  defineCommand({
    name: `group_session.${what}`,
    input: sessionInput,
    async run(ctx, { businessId, sessionId }) {
      await holdPlace(ctx, businessId);
      const session = await getOpenSession(ctx, businessId, sessionId);
      const early = what === "end" && session.heldOn > ctx.today;
      if (early) throw new RuleBroken("form", "This session is still to come: call it off instead");
      if (what === "call_off" && session.heldOn < ctx.today) {
        throw new RuleBroken("form", "The day of this session has passed: end it instead");
      }
      await ctx.tx
        .update(groupSessions)
        .set(what === "end" ? { endedAt: new Date() } : { calledOff: true })
        .where(ctx.own(groupSessions, sessionId));
      return {
        value: { sessionId },
        touched: [],
        audit: {
          subject: ["group_session", sessionId],
          businessId,
          fields: [what === "end" ? "ended_at" : "called_off"],
        },
      };
    },
  });

/** Ends a session: nobody joins it any more, and its register is final. */
export const endSession = settle("end");

/** Calls a session off that has not been held. */
export const callOffSession = settle("call_off");
