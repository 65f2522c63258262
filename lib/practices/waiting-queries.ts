import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";

/** Who waits: declarations an officer settles from the desk, or those to be seen on a visit. */
export const WAITING_PLACES = ["desk", "visit"] as const;
export type WaitingPlace = (typeof WAITING_PLACES)[number];

/** A business with declarations that wait. */
export interface WaitingRow {
  id: string;
  name: string;
  postcode: string;
  sector: string;
  /** Declarations that wait in the place asked for. */
  waiting: number;
  /** The day the oldest of them was declared. */
  since: string;
}

const PAGE = 50;

/** Each business's declarations that wait, of practices its sector is asked for today. */
const waitingOf = (borough: string, today: string): SQL => sql`
  WITH asked AS (
    SELECT c.code AS sector, i.code, i.seen_on_visit
    FROM practice_items i JOIN sectors c ON c.borough_code = ${borough} AND c.copies_measures_of = i.sector
    WHERE i.from_on <= ${today} AND (i.until_on IS NULL OR i.until_on > ${today})
    UNION ALL
    SELECT sector, code, seen_on_visit FROM borough_practice_items
    WHERE borough_code = ${borough} AND from_on <= ${today} AND (until_on IS NULL OR until_on > ${today})
  ),
  newest AS (
    SELECT DISTINCT ON (business_id, item_code) business_id, item_code, change, from_on, lapses_on
    FROM practice_changes WHERE borough_code = ${borough} AND from_on <= ${today}
    ORDER BY business_id, item_code, from_on DESC, recorded_at DESC
  ),
  waiting AS (
    SELECT b.id, b.name, b.postcode, b.sector, a.seen_on_visit, n.from_on
    FROM newest n
    JOIN businesses b ON b.borough_code = ${borough} AND b.id = n.business_id
      AND b.stage IN ('in_scope', 'invited', 'enrolled')
    JOIN asked a ON a.sector = b.sector AND a.code = n.item_code
    WHERE n.change IN ('declared_in_place', 'declared_not_applicable') AND n.lapses_on >= ${today}
  )`;

/** Businesses by how long their oldest declaration has waited, 50 a page. */
export async function listWaiting(
  ctx: ReadContext,
  place: WaitingPlace,
  after: { since: string; id: string } | null,
): Promise<{ rows: WaitingRow[]; next: { since: string; id: string } | null }> {
  const borough = ctx.boroughs[0] ?? "";
  const beyond = after
    ? sql`HAVING (min(from_on), id) > (${after.since}::date, ${after.id}::uuid)`
    : sql``;
  const rows = await ctx.tx.execute<WaitingRow & Record<string, unknown>>(sql`
    ${waitingOf(borough, ctx.today)}
    SELECT id, name, postcode, sector, count(*)::int AS waiting, min(from_on) AS since
    FROM waiting WHERE seen_on_visit = ${place === "visit"}
    GROUP BY id, name, postcode, sector ${beyond}
    ORDER BY min(from_on), id LIMIT ${PAGE + 1}`);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > PAGE && last ? { since: last.since, id: last.id } : null,
  };
}

export type WaitingCounts = Record<WaitingPlace, { businesses: number; declarations: number }>;

/** How many declarations wait, and at how many businesses. */
export async function countWaiting(ctx: ReadContext): Promise<WaitingCounts> {
  const rows = await ctx.tx.execute<{
    visit: boolean;
    businesses: number;
    declarations: number;
  }>(sql`
    ${waitingOf(ctx.boroughs[0] ?? "", ctx.today)}
    SELECT seen_on_visit AS visit, count(DISTINCT id)::int AS businesses, count(*)::int AS declarations
    FROM waiting GROUP BY seen_on_visit`);
  const of = (visit: boolean) => {
    const row = rows.find((each) => each.visit === visit);
    return { businesses: row?.businesses ?? 0, declarations: row?.declarations ?? 0 };
  };
  return { desk: of(false), visit: of(true) };
}
