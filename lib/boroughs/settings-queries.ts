import "server-only";
import { and, desc, lte } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { boroughThresholds } from "@/lib/db/schema/aims";
import { boroughContacts, boroughSettings } from "@/lib/db/schema/boroughs";
import { NotFound } from "@/lib/errors";

/** What `trained` asks for until a borough says otherwise. Source: product.md, "Measures, first set". */
const FIRST_TRAINED_SHARE = 80;

/** What the viewer's borough set up for itself. Throws NotFound before it is set up. */
export async function getSettings(
  ctx: ReadContext,
): Promise<{ inUseSince: string; trainedShare: number }> {
  const [row] = await ctx.tx
    .select({ inUseSince: boroughSettings.inUseSince })
    .from(boroughSettings)
    .where(ctx.inBorough(boroughSettings));
  if (!row) throw new NotFound("This borough is not set up.");
  const [threshold] = await ctx.tx
    .select({ trainedShare: boroughThresholds.trainedShare })
    .from(boroughThresholds)
    .where(and(ctx.inBorough(boroughThresholds), lte(boroughThresholds.fromOn, ctx.today)))
    .orderBy(desc(boroughThresholds.fromOn), desc(boroughThresholds.recordedAt))
    .limit(1);
  return { ...row, trainedShare: threshold?.trainedShare ?? FIRST_TRAINED_SHARE };
}

/** The children's services front door of the viewer's borough; null when none is known. */
export async function findContact(
  ctx: ReadContext,
): Promise<typeof boroughContacts.$inferSelect | null> {
  const [row] = await ctx.tx.select().from(boroughContacts).where(ctx.inBorough(boroughContacts));
  return row ?? null;
}
