import "server-only";
import { sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command";
import { readingLanguages } from "@/lib/db/schema/translations";
import { RuleBroken } from "@/lib/errors";
import { asLearner } from "./commands";
import { WRITTEN_IN } from "./languages";
import { chooseLanguageInput } from "./schema";
import { listMyLanguages } from "./translation-queries";

/** Keeps the language a learner reads in, on every device. Throws RuleBroken for one that is not offered. */
export const chooseLanguage = defineCommand({
  name: "training.choose_language",
  input: chooseLanguageInput,
  async run(write, { language }) {
    const ctx = asLearner(write);
    const { offered } = await listMyLanguages(ctx);
    if (language !== WRITTEN_IN && !offered.includes(language)) {
      throw new RuleBroken("language", "Choose a language from the list");
    }
    const { boroughCode } = ctx;
    const { businessId, staffId } = ctx.viewer;
    await ctx.tx
      .insert(readingLanguages)
      .values({ boroughCode, businessId, staffId, language })
      .onConflictDoUpdate({
        target: [readingLanguages.boroughCode, readingLanguages.staffId],
        set: { language, chosenAt: sql`now()` },
      });
    return {
      value: { language },
      touched: [],
      audit: { subject: ["staff_member", staffId], fields: ["language"] },
    };
  },
});
