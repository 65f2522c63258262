import "server-only";
import { and, eq } from "drizzle-orm";
import { defineCommand } from "@/lib/command";
import { changeReadings } from "@/lib/db/schema/drafts";
import { getMyChange } from "./change-queries";
import { asLearner, broken } from "./commands";
import { isCorrect, readChoice } from "./model";
import { readChangeInput } from "./schema";

/**
 * Notes that the learner has read what changed, once both questions are answered rightly. Their certificate
 * stays as it is. Read already: the same answer. Throws RuleBroken: "chosen" without an answer, "again" when one is not right.
 */
export const readChange = defineCommand({
  name: "training.read_change",
  input: readChangeInput,
  async run(write, { versionId, first, second }) {
    const ctx = asLearner(write);
    const { boroughCode, today } = ctx;
    const { businessId, staffId } = ctx.viewer;
    const audit = {
      subject: ["course_version", versionId] as [string, string],
      fields: ["read_on"],
    };
    const mine = and(
      ctx.inBorough(changeReadings),
      eq(changeReadings.staffId, staffId),
      eq(changeReadings.versionId, versionId),
    );
    if ((await ctx.tx.$count(changeReadings, mine)) > 0) {
      return { value: { versionId }, touched: [], audit };
    }
    const { questions } = await getMyChange(ctx, { versionId });
    const chosen = [first, second];
    const answers = questions.map((question, i) => readChoice(question, chosen[i] ?? []));
    if (answers.includes(null)) throw broken("chosen");
    if (!questions.every((one, i) => isCorrect(one.options, answers[i] ?? [])))
      throw broken("again");
    await ctx.tx
      .insert(changeReadings)
      .values({ boroughCode, businessId, staffId, versionId, readOn: today })
      .onConflictDoNothing();
    return {
      value: { versionId },
      touched: [],
      audit,
    };
  },
});
