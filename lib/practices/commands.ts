import "server-only";
import { isInScope } from "@/lib/businesses/model";
import { holdBusiness } from "@/lib/businesses/stages";
import { defineCommand, type WriteContext } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import type { PracticeChange } from "@/lib/db/schema/practices";
import { RuleBroken } from "@/lib/errors";
import type { Answer, NotApplicableReason } from "./model";
import {
  listPracticeItems,
  listPracticeStates,
  type PracticeItemRow,
  type PracticeStateRow,
} from "./queries";
import { recordPracticeChanges } from "./record-changes";
import { confirmPracticesInput, declarePracticesInput, returnPracticesInput } from "./schema";

interface Asked {
  item: PracticeItemRow;
  said: PracticeStateRow | undefined;
}

/** The practices named, as the business's sector is asked for them today, its row locked. Throws. */
async function holdPractices(
  ctx: WriteContext,
  businessId: string,
  codes: readonly string[],
): Promise<Asked[]> {
  const business = await holdBusiness(ctx, businessId);
  if (!isInScope(business.stage)) {
    throw new RuleBroken("form", "This business is closed or left out: reopen it first");
  }
  const [row] = await ctx.tx
    .select({ sector: businesses.sector })
    .from(businesses)
    .where(ctx.own(businesses, businessId));
  const items = await listPracticeItems(ctx, row?.sector ?? "");
  const states = await listPracticeStates(ctx, businessId);
  return [...new Set(codes)].map((code) => {
    const item = items.find((each) => each.code === code);
    if (!item) {
      throw new RuleBroken("itemCodes", "A practice is no longer on the list: open the page again");
    }
    return { item, said: states.find((each) => each.itemCode === code) };
  });
}

function declarationOf(answer: Answer): { change: PracticeChange; reason: string | null } {
  if (answer === "in_place") return { change: "declared_in_place", reason: null };
  if (answer === "not_yet") return { change: "declared_not_yet", reason: null };
  return { change: "declared_not_applicable", reason: answer };
}

const noteOf = (
  businessId: string,
  asked: readonly Asked[],
  details: Record<string, string | null>,
) => ({
  subject: ["business", businessId] as const,
  businessId,
  fields: ["practices"],
  details: { items: asked.map(({ item }) => item.code).join(", "), ...details },
});

/** A manager says of practices that they are in place, not yet, or do not apply here and why. */
export const declarePractices = defineCommand({
  name: "practice.declare",
  input: declarePracticesInput,
  async run(ctx, { businessId, itemCodes, answer }) {
    const asked = await holdPractices(ctx, businessId, itemCodes);
    const { change, reason } = declarationOf(answer);
    for (const { item } of asked) {
      if (reason !== null && !item.exemptions.includes(reason as NotApplicableReason)) {
        throw new RuleBroken("answer", `Choose another answer: “${item.title}” applies here`);
      }
    }
    // The same answer again would only lose its place among those that wait.
    const fresh = asked.filter(
      ({ said }) => !(said?.waiting && said.change === change && said.reason === reason),
    );
    await recordPracticeChanges(
      ctx,
      businessId,
      fresh.map(({ item }) => ({ itemCode: item.code, change, reason })),
    );
    return {
      value: { businessId },
      touched: [businessId],
      audit: noteOf(businessId, asked, { change, reason }),
    };
  },
});

/** What an officer may decide from the desk: declared, waiting, and not one that has to be seen. */
function checkDesk(asked: readonly Asked[]): void {
  for (const { item, said } of asked) {
    if (item.seenOnVisit) {
      throw new RuleBroken("itemCodes", `“${item.title}”: this is confirmed on a visit`);
    }
    if (!said?.waiting) {
      throw new RuleBroken("itemCodes", `“${item.title}” does not wait to be confirmed any more`);
    }
  }
}

/** An officer takes a business's word for practices, to the month's end 12 months on. */
export const confirmPractices = defineCommand({
  name: "practice.confirm",
  input: confirmPracticesInput,
  async run(ctx, { businessId, itemCodes }) {
    const asked = await holdPractices(ctx, businessId, itemCodes);
    checkDesk(asked);
    await recordPracticeChanges(
      ctx,
      businessId,
      asked.map(({ item }) => ({ itemCode: item.code, change: "confirmed" })),
    );
    return {
      value: { businessId },
      touched: [businessId],
      audit: noteOf(businessId, asked, { change: "confirmed" }),
    };
  },
});

/** An officer gives declarations back, with a reason from the list. */
export const returnPractices = defineCommand({
  name: "practice.return",
  input: returnPracticesInput,
  async run(ctx, { businessId, itemCodes, reason }) {
    const asked = await holdPractices(ctx, businessId, itemCodes);
    checkDesk(asked);
    await recordPracticeChanges(
      ctx,
      businessId,
      asked.map(({ item }) => ({ itemCode: item.code, change: "returned", reason })),
    );
    return {
      value: { businessId },
      touched: [businessId],
      audit: noteOf(businessId, asked, { change: "returned", reason }),
    };
  },
});
