import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { actorId } from "@/lib/auth/viewer";
import { isInScope } from "@/lib/businesses/model";
import { defineCommand, type WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { assignments } from "@/lib/db/schema/assignments";
import { businesses } from "@/lib/db/schema/businesses";
import { courses } from "@/lib/db/schema/library";
import { NotFound, RuleBroken } from "@/lib/errors";
import { type Audience, dueDateFault } from "./model";
import { assignTrainingInput, endAssignmentInput } from "./schema";

async function checkBusinesses(ctx: WriteContext, ids: readonly string[]): Promise<void> {
  const found = await ctx.tx
    .select({ stage: businesses.stage })
    .from(businesses)
    .where(and(ctx.inBorough(businesses), inArray(businesses.id, [...ids])));
  if (found.length !== ids.length) throw new NotFound("A business is not in this borough.");
  const out = found.filter((row) => !isInScope(row.stage)).length;
  if (out > 0) {
    throw new RuleBroken(
      "form",
      `${out} of these are closed or left out. Go back and untick them.`,
    );
  }
}

/** There is such a course, and it is written for those asked. Throws RuleBroken. */
export async function checkCourse(
  ctx: WriteContext,
  slug: string,
  audience: Audience,
): Promise<void> {
  const [course] = await ctx.tx
    .select({ purpose: courses.purpose })
    .from(courses)
    .where(eq(courses.slug, slug));
  if (!course) throw new RuleBroken("courseSlug", "Choose a course from the list");
  if (course.purpose === "premises" && audience !== "managers") {
    throw new RuleBroken("audience", "This course is written for managers and the lead: ask them");
  }
}

/** Asks businesses to complete a course by a date; where it is asked already, the date changes. */
export const assignTraining = defineCommand({
  name: "assignment.assign",
  input: assignTrainingInput,
  async run(ctx, { businessIds, courseSlug, audience, dueOn }) {
    const fault = dueDateFault(dueOn, ctx.today);
    if (fault) throw new RuleBroken("dueOn", fault);
    const ids = [...new Set(businessIds)].sort();
    await checkCourse(ctx, courseSlug, audience);
    await checkBusinesses(ctx, ids);
    await ctx.tx.execute(sql`
      INSERT INTO assignments (borough_code, id, business_id, course_slug, audience, due_on, assigned_by)
      SELECT ${ctx.boroughCode}, gen_random_uuid(), business_id, ${courseSlug}, ${audience}, ${dueOn}, ${actorId(ctx.viewer)}
      FROM unnest(${arrayOf(ids, "uuid")}) AS n (business_id)
      ON CONFLICT (borough_code, business_id, course_slug) WHERE ended_on IS NULL
      DO UPDATE SET due_on = excluded.due_on, audience = excluded.audience`);
    return {
      value: { businesses: ids.length },
      touched: ids,
      audit: {
        subject: ["course", courseSlug],
        fields: ["due_on", "audience"],
        details: { due_on: dueOn, audience, businesses: ids.length },
        ...(ids.length === 1 && ids[0] ? { businessId: ids[0] } : {}),
      },
    };
  },
});

/** Stops asking a business for a course; what its staff completed stays theirs. */
export const endAssignment = defineCommand({
  name: "assignment.end",
  input: endAssignmentInput,
  async run(ctx, { assignmentId }) {
    const [ended] = await ctx.tx
      .update(assignments)
      .set({ endedOn: ctx.today })
      .where(and(ctx.own(assignments, assignmentId), isNull(assignments.endedOn)))
      .returning({ businessId: assignments.businessId });
    if (!ended) throw new NotFound("No such open assignment.");
    return {
      value: { businessId: ended.businessId },
      touched: [ended.businessId],
      audit: {
        subject: ["assignment", assignmentId],
        businessId: ended.businessId,
        fields: ["ended_on"],
      },
    };
  },
});
