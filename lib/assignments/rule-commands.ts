import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { actorId } from "@/lib/auth/viewer";
import { defineCommand, type WriteContext } from "@/lib/command";
import { assignmentRules } from "@/lib/db/schema/assignments";
import { sectors } from "@/lib/db/schema/boroughs";
import { Conflict, NotFound, RuleBroken } from "@/lib/errors";
import { plural } from "@/lib/format";
import { askByRules } from "./apply-rules";
import { checkCourse } from "./commands";
import { addRuleInput, endRuleInput } from "./rule-schema";

async function checkSector(ctx: WriteContext, code: string | null): Promise<void> {
  if (code === null) return;
  const [sector] = await ctx.tx
    .select({ counts: sectors.countsAsBusiness })
    .from(sectors)
    .where(and(ctx.inBorough(sectors), eq(sectors.code, code)));
  if (!sector?.counts) throw new RuleBroken("sector", "Choose a sector from the list");
}

/**
 * Asks every enrolled business of a kind for a course, today and whenever one becomes of that kind.
 * What is asked already stays as it is. Throws Conflict when it would ask more or fewer than its
 * preview said.
 */
export const addRule = defineCommand({
  name: "assignment_rule.add",
  input: addRuleInput,
  async run(ctx, { previewed, ...terms }) {
    await checkCourse(ctx, terms.courseSlug, terms.audience);
    await checkSector(ctx, terms.sector);
    const id = randomUUID();
    const { boroughCode } = ctx;
    await ctx.tx
      .insert(assignmentRules)
      .values({ ...terms, boroughCode, id, createdBy: actorId(ctx.viewer) });
    const touched = await askByRules(ctx, sql`r.id = ${id}`);
    if (touched.length !== previewed) {
      throw new Conflict(
        `Since you looked, something has changed: this would now ask ${plural(touched.length, "business", "businesses")}. Look at the preview again.`,
      );
    }
    return {
      value: { ruleId: id, businesses: touched.length },
      touched,
      audit: {
        subject: ["assignment_rule", id],
        fields: Object.keys(terms),
        details: {
          course: terms.courseSlug,
          audience: terms.audience,
          days: terms.days,
          businesses: touched.length,
        },
      },
    };
  },
});

/** Ends a rule: nobody further is asked by it; who was asked already stays asked. */
export const endRule = defineCommand({
  name: "assignment_rule.end",
  input: endRuleInput,
  async run(ctx, { ruleId }) {
    const [ended] = await ctx.tx
      .update(assignmentRules)
      .set({ endedOn: ctx.today })
      .where(and(ctx.own(assignmentRules, ruleId), isNull(assignmentRules.endedOn)))
      .returning({ id: assignmentRules.id });
    if (!ended) throw new NotFound("No such rule in force.");
    return {
      value: { ruleId },
      touched: [],
      audit: { subject: ["assignment_rule", ruleId], fields: ["ended_on"] },
    };
  },
});
