import "server-only";
import { defineCommand } from "@/lib/command";
import { changeReadings } from "@/lib/db/schema/drafts";
import { getMyChange } from "./change-queries";
import { asLearner, broken } from "./commands";
import { isCorrect, readChoice } from "./model";
import { readChangeInput } from "./schema";

/**
 * Notes that the learner has read what changed, once both questions are answered rightly. Their certificate
 * stays as it is. Throws RuleBroken: "chosen" without an answer, "again" when one is not right.
 */
export const readChange = defineCommand({
  name: "training.read_change",
  input: readChangeInput,
  async run(write, { courseSlug, first, second }) {
    const ctx = asLearner(write);
    const { boroughCode, today } = ctx;
    const { businessId, staffId } = ctx.viewer;
    const { versionId, questions } = await getMyChange(ctx, courseSlug);
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
      audit: {
        subject: ["course_version", versionId],
        fields: ["read_on"],
        details: { course: courseSlug },
      },
    };
  },
});
