import "server-only";
import { randomUUID } from "node:crypto";
import type { WriteContext } from "@/lib/command";
import { monthEnd } from "@/lib/dates";
import { type PracticeChange, practiceChanges } from "@/lib/db/schema/practices";

/** What is declared or confirmed holds to the end of the month, this many months on. */
export const PRACTICE_MONTHS = 12;

export interface PracticeChangeInput {
  itemCode: string;
  change: PracticeChange;
  reason?: string | null;
  visitId?: string | null;
}

/**
 * Appends what was declared or decided about a business's practices, from today. The caller checks
 * who may, and names the business as touched.
 */
export async function recordPracticeChanges(
  ctx: Pick<WriteContext, "tx" | "boroughCode" | "today">,
  businessId: string,
  changes: readonly PracticeChangeInput[],
): Promise<void> {
  if (changes.length === 0) return;
  await ctx.tx.insert(practiceChanges).values(
    changes.map(({ itemCode, change, reason = null, visitId = null }) => ({
      boroughCode: ctx.boroughCode,
      businessId,
      id: randomUUID(),
      itemCode,
      change,
      reason,
      visitId,
      fromOn: ctx.today,
      lapsesOn: monthEnd(ctx.today, PRACTICE_MONTHS),
    })),
  );
}
