import "server-only";
import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { defineCommand, type WriteContext } from "@/lib/command";
import { sectors } from "@/lib/db/schema/boroughs";
import { businesses } from "@/lib/db/schema/businesses";
import { boroughPracticeItems } from "@/lib/db/schema/practices";
import { NotFound, RuleBroken } from "@/lib/errors";
import { MOST_OWN_ITEMS, ownItemCode } from "./model";
import { listPracticeItems } from "./queries";
import { addItemInput, endItemInput } from "./schema";

async function checkSector(ctx: WriteContext, code: string): Promise<void> {
  const [sector] = await ctx.tx
    .select({ code: sectors.code })
    .from(sectors)
    .where(
      and(
        eq(sectors.boroughCode, ctx.boroughCode),
        eq(sectors.code, code),
        eq(sectors.countsAsBusiness, true),
      ),
    );
  if (!sector) throw new RuleBroken("sector", "Choose a sector from the list");
}

/** Every business of a sector: what it is asked for has changed, so each may stand differently. */
async function listOfSector(ctx: WriteContext, sector: string): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: businesses.id })
    .from(businesses)
    .where(and(ctx.inBorough(businesses), eq(businesses.sector, sector)))
    .orderBy(asc(businesses.id));
  return rows.map((row) => row.id);
}

/** The borough asks a sector for one practice more, from today. */
export const addPracticeItem = defineCommand({
  name: "practice.add_item",
  input: addItemInput,
  async run(ctx, { seenOnVisit, ...item }) {
    await checkSector(ctx, item.sector);
    // Two administrators who add at once take turns, so that codes and titles stay apart.
    await ctx.tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`practice items ${ctx.boroughCode}`}, 0))`,
    );
    const asked = await listPracticeItems(ctx, item.sector);
    const title = item.title.toLowerCase();
    if (asked.some((each) => each.title.toLowerCase() === title)) {
      throw new RuleBroken("title", "This practice is on the list already");
    }
    if (asked.filter((each) => each.ofBorough).length >= MOST_OWN_ITEMS) {
      throw new RuleBroken(
        "form",
        `A borough adds ${MOST_OWN_ITEMS} practices at most: end one first`,
      );
    }
    const used = await ctx.tx
      .select({ code: boroughPracticeItems.code })
      .from(boroughPracticeItems)
      .where(
        and(ctx.inBorough(boroughPracticeItems), eq(boroughPracticeItems.sector, item.sector)),
      );
    const code = ownItemCode(
      item.title,
      used.map((each) => each.code),
    );
    await ctx.tx.insert(boroughPracticeItems).values({
      ...item,
      boroughCode: ctx.boroughCode,
      code,
      seenOnVisit: seenOnVisit === "yes",
      fromOn: ctx.today,
    });
    return {
      value: { sector: item.sector, code },
      touched: item.level === "essential" ? await listOfSector(ctx, item.sector) : [],
      audit: {
        subject: ["practice_item", code],
        fields: ["title", "help", "aim", "level", "seen_on_visit"],
        details: { sector: item.sector, title: item.title, aim: item.aim, level: item.level },
      },
    };
  },
});

/** The borough asks for an own practice no longer, from today. Throws NotFound. */
export const endPracticeItem = defineCommand({
  name: "practice.end_item",
  input: endItemInput,
  async run(ctx, { sector, code }) {
    const [row] = await ctx.tx
      .update(boroughPracticeItems)
      .set({ untilOn: ctx.today })
      .where(
        and(
          ctx.inBorough(boroughPracticeItems),
          eq(boroughPracticeItems.sector, sector),
          eq(boroughPracticeItems.code, code),
          or(
            isNull(boroughPracticeItems.untilOn),
            sql`${boroughPracticeItems.untilOn} > ${ctx.today}`,
          ),
        ),
      )
      .returning({ level: boroughPracticeItems.level });
    if (!row) throw new NotFound("No such practice of the borough's own.");
    return {
      value: { sector, code },
      touched: row.level === "essential" ? await listOfSector(ctx, sector) : [],
      audit: { subject: ["practice_item", code], fields: ["until_on"], details: { sector } },
    };
  },
});
