import "server-only";
import type { ReadContext } from "@/lib/command";
import { boroughContacts, boroughSettings } from "@/lib/db/schema/boroughs";
import { NotFound } from "@/lib/errors";

/** What the viewer's borough set up for itself. Throws NotFound before it is set up. */
export async function getSettings(
  ctx: ReadContext,
): Promise<{ inUseSince: string; trainedShare: number }> {
  const [row] = await ctx.tx
    .select({
      inUseSince: boroughSettings.inUseSince,
      trainedShare: boroughSettings.trainedShare,
    })
    .from(boroughSettings)
    .where(ctx.inBorough(boroughSettings));
  if (!row) throw new NotFound("This borough is not set up.");
  return row;
}

/** The children's services front door of the viewer's borough; null when none is known. */
export async function findContact(
  ctx: ReadContext,
): Promise<typeof boroughContacts.$inferSelect | null> {
  const [row] = await ctx.tx.select().from(boroughContacts).where(ctx.inBorough(boroughContacts));
  return row ?? null;
}
