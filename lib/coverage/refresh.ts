import "server-only";
import { sql } from "drizzle-orm";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { compare } from "./kept-plans";
import { addToCells, sumSteps, writePeriods } from "./refresh-writes";

/** A period that stands and should not (old), or should and does not (new), and where it is counted. */
export interface Difference extends Record<string, unknown> {
  side: "old" | "new";
  business_id: string;
  measure: string;
  met_from: string;
  met_until: string | null;
  sector: string;
  ward: string;
  late: boolean;
}

/** Businesses compared in one statement: fewer cost more planning, more outgrow the planner's guesses. */
const AT_ONCE = 200;

export type RefreshContext = Pick<WriteContext, "tx" | "boroughCode">;

/**
 * Recomputes what these businesses have achieved from their own facts and adds the differences to the
 * coverage cells, in the caller's transaction and role. Locks standings in id order and cells in key
 * order, so two commands never wait for each other in a circle. Answers which of them are council teams.
 */
export async function refreshCoverage(
  ctx: RefreshContext,
  businessIds: readonly string[],
): Promise<string[]> {
  return (await recomputeStanding(ctx, businessIds)).teams;
}

/** refreshCoverage, which also says whether anybody's standing has changed. */
export async function recomputeStanding(
  ctx: RefreshContext,
  businessIds: readonly string[],
): Promise<{ teams: string[]; changed: boolean }> {
  const ids = [...new Set(businessIds)].sort();
  if (ids.length === 0) return { teams: [], changed: false };
  const teams = await lockStandings(ctx, ids);
  const differences = await findDifferences(ctx, ids);
  if (differences.length > 0) {
    await writePeriods(ctx, differences);
    await addToCells(ctx, sumSteps(differences));
  }
  return { teams, changed: differences.length > 0 };
}

/**
 * Locks the standings of these businesses, in the order given; a business without one gets it.
 * Answers which of them are council teams.
 */
export async function lockStandings(
  { tx, boroughCode }: RefreshContext,
  ids: readonly string[],
): Promise<string[]> {
  const lock = sql`
    SELECT business_id, sector FROM standings
    WHERE borough_code = ${boroughCode} AND business_id = ANY (${arrayOf(ids, "uuid")})
    ORDER BY business_id FOR UPDATE`;
  const teamsOf = (rows: readonly Record<string, unknown>[]) =>
    rows.filter((row) => row.sector === COUNCIL_TEAM).map((row) => String(row.business_id));
  const locked = await tx.execute(lock);
  if (locked.length === ids.length) return teamsOf(locked);
  await tx.execute(sql`
    INSERT INTO standings (borough_code, business_id, sector, ward, late)
    SELECT b.borough_code, b.id, b.sector, coalesce(b.ward, ''), coalesce(b.opens_late, false)
    FROM businesses b
    WHERE b.borough_code = ${boroughCode} AND b.id = ANY (${arrayOf(ids, "uuid")})
    ORDER BY b.id
    ON CONFLICT DO NOTHING`);
  return teamsOf(await tx.execute(lock));
}

/** The periods that stand and should not, and those that should and do not; a moved business: all of them. */
export async function findDifferences(
  ctx: RefreshContext,
  ids: readonly string[],
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const businesses = arrayOf(some, "uuid");
    differences.push(
      ...(await ctx.tx.execute<Difference>(
        compare("compare_standing", ctx.boroughCode, businesses, some.length),
      )),
    );
  }
  return differences;
}
