import "server-only";
import { and, desc, eq, gte } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import { callCounts, policeConfirmations } from "@/lib/db/schema/aims";
import { type Entered, quarterStart, type ShownArea, showCalls } from "./call-model";

/** Where a borough lies, as far as counts of calls need it. */
interface Placed {
  code: string;
  policeArea: string;
}

/** One police area's quarter: what may be shown of each of its boroughs, and of all of them. */
export interface AreaQuarter<B extends Placed = Placed> extends ShownArea {
  area: string;
  quarter: string;
  boroughs: readonly B[];
  /** Some of its boroughs are still to be entered: the total is what there is so far. */
  partial: boolean;
}

/**
 * Calls of the viewer's boroughs in these quarters, by police area: only what may be shown. The figures
 * themselves never leave this function.
 */
export async function listCalls<B extends Placed>(
  ctx: ReadContext,
  boroughs: readonly B[],
  quarters: readonly string[],
): Promise<AreaQuarter<B>[]> {
  const first = quarters.toSorted()[0] ?? quarterStart(ctx.today);
  const rows = await ctx.tx
    .select({
      boroughCode: callCounts.boroughCode,
      quarter: callCounts.quarter,
      calls: callCounts.calls,
    })
    .from(callCounts)
    .where(and(ctx.inBorough(callCounts), gte(callCounts.quarter, first)));
  const entered = new Map(rows.map((row) => [`${row.boroughCode} ${row.quarter}`, row.calls]));
  const areas = [...new Set(boroughs.map((borough) => borough.policeArea))];
  return areas.flatMap((area) => {
    const own = boroughs.filter((borough) => borough.policeArea === area);
    return quarters.map((quarter) => {
      const figures = own.map(({ code }): Entered => entered.get(`${code} ${quarter}`) ?? null);
      const partial = figures.includes(null);
      return { area, quarter, boroughs: own, partial, ...showCalls(figures) };
    });
  });
}

export interface ConfirmationRow {
  id: string;
  confirmedOn: string;
  holdsUntil: string;
}

/** What police have confirmed about a borough's call handlers, the newest first. */
export async function listCallHandlerConfirmations(
  ctx: ReadContext,
  boroughCode: string,
): Promise<ConfirmationRow[]> {
  return ctx.tx
    .select({
      id: policeConfirmations.id,
      confirmedOn: policeConfirmations.confirmedOn,
      holdsUntil: policeConfirmations.holdsUntil,
    })
    .from(policeConfirmations)
    .where(
      and(
        eq(policeConfirmations.boroughCode, boroughCode),
        ctx.inBorough(policeConfirmations),
        eq(policeConfirmations.kind, "call_handlers"),
      ),
    )
    .orderBy(desc(policeConfirmations.confirmedOn), desc(policeConfirmations.recordedAt))
    .limit(24);
}
