import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { businesses } from "@/lib/db/schema/businesses";
import { refreshCoverage } from "./refresh";

/** Businesses recounted in one transaction: no officer waits long for their locks. */
const AT_ONCE = 50;

/**
 * Recounts a borough's next businesses from their facts, in id order, where what is asked of them has
 * changed: answers the last one's id, to go on after, or null when there are no more.
 */
export async function recountNext(
  ctx: Pick<WriteContext, "tx" | "boroughCode">,
  after: string | null,
): Promise<string | null> {
  const rows = await ctx.tx
    .select({ id: businesses.id })
    .from(businesses)
    .where(
      and(
        eq(businesses.boroughCode, ctx.boroughCode),
        after === null ? undefined : gt(businesses.id, after),
      ),
    )
    .orderBy(asc(businesses.id))
    .limit(AT_ONCE);
  await refreshCoverage(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null);
}
