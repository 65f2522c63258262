import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { wardPostcodes } from "@/lib/db/schema/boroughs";

const lockOf = (boroughCode: string) => sql`hashtextextended(${`ward list|${boroughCode}`}, 0)`;

/**
 * Keeps the borough's ward list as it is until the order is done. Taken before any business is locked,
 * so that a business is never given a ward of a list that is just being replaced.
 */
export async function shareWardList({ tx, boroughCode }: WriteContext): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock_shared(${lockOf(boroughCode)})`);
}

/** Takes the ward list for oneself, to replace it: waits for every order that looks a ward up. */
export async function holdWardList({ tx, boroughCode }: WriteContext): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${lockOf(boroughCode)})`);
}

/** The ward a postcode lies in by the borough's list; null when it is in no row of it. */
export async function findWard(ctx: WriteContext, postcode: string): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ ward: wardPostcodes.ward })
    .from(wardPostcodes)
    .where(
      and(ctx.inBorough(wardPostcodes), eq(wardPostcodes.postcode, postcode.replaceAll(" ", ""))),
    );
  return row?.ward ?? null;
}
