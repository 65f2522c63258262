import "server-only";
import { sql } from "drizzle-orm";
import type { ReadContext } from "@/lib/command";
import type { PracticeChange } from "@/lib/db/schema/practices";
import type { Level, NotApplicableReason, PracticeAim, PracticeState } from "./model";

/** An item of a checklist that counts today, the published ones first in their order. */
export interface PracticeItemRow {
  code: string;
  aim: PracticeAim;
  level: Level;
  title: string;
  help: string;
  seenOnVisit: boolean;
  exemptions: NotApplicableReason[];
  source: string | null;
  sourceUrl: string | null;
  /** Added by the borough. */
  ofBorough: boolean;
}

/** What the viewer's borough asks of a sector today: the published checklist and its own items. */
export async function listPracticeItems(
  ctx: Pick<ReadContext, "tx" | "today" | "boroughs">,
  sector: string,
): Promise<PracticeItemRow[]> {
  const borough = ctx.boroughs[0] ?? "";
  const rows = await ctx.tx.execute<PracticeItemRow & Record<string, unknown>>(sql`
    SELECT i.code, i.aim, i.level, i.title, i.help, i.seen_on_visit AS "seenOnVisit", i.exemptions,
      i.source, i.source_url AS "sourceUrl", false AS "ofBorough", i.position
    FROM practice_items i
    JOIN sectors c ON c.borough_code = ${borough} AND c.code = ${sector} AND c.copies_measures_of = i.sector
    WHERE i.from_on <= ${ctx.today} AND (i.until_on IS NULL OR i.until_on > ${ctx.today})
    UNION ALL
    SELECT code, aim, level, title, help, seen_on_visit, '[]'::jsonb, NULL, NULL, true, 1000
    FROM borough_practice_items
    WHERE borough_code = ${borough} AND sector = ${sector} AND from_on <= ${ctx.today}
      AND (until_on IS NULL OR until_on > ${ctx.today})
    ORDER BY position, title`);
  return [...rows];
}

/** The newest declaration about an item, and whether an officer's word holds for it today. */
export interface PracticeStateRow {
  itemCode: string;
  change: PracticeChange;
  reason: string | null;
  fromOn: string;
  /** The last day of the confirmation in force; null without one. */
  confirmedUntil: string | null;
  /** Declared since an officer last looked: waits to be confirmed. */
  waiting: boolean;
  /** What the business declared last, whatever an officer said since; null when it never did. */
  declared: PracticeState | null;
  /** Why it does not apply, when that was declared last. */
  declaredReason: string | null;
}

/** Where one business stands with each item somebody has said something about. */
export async function listPracticeStates(
  ctx: Pick<ReadContext, "tx" | "today" | "boroughs">,
  businessId: string,
): Promise<PracticeStateRow[]> {
  const borough = ctx.boroughs[0] ?? "";
  const rows = await ctx.tx.execute<PracticeStateRow & Record<string, unknown>>(sql`
    WITH said AS (
      SELECT item_code, change, reason, from_on, lapses_on, recorded_at,
        row_number() OVER (PARTITION BY item_code ORDER BY from_on DESC, recorded_at DESC) AS place,
        row_number() OVER (PARTITION BY item_code, change IN ('confirmed', 'returned', 'declared_not_yet')
          ORDER BY from_on DESC, recorded_at DESC) AS place_of_kind,
        row_number() OVER (PARTITION BY item_code, change IN ('confirmed', 'returned')
          ORDER BY from_on DESC, recorded_at DESC) AS place_of_side
      FROM practice_changes
      WHERE borough_code = ${borough} AND business_id = ${businessId} AND from_on <= ${ctx.today}
    )
    SELECT n.item_code AS "itemCode", n.change, n.reason, n.from_on AS "fromOn",
      CASE WHEN s.change = 'confirmed' AND s.lapses_on >= ${ctx.today} THEN s.lapses_on END AS "confirmedUntil",
      n.change IN ('declared_in_place', 'declared_not_applicable') AND n.lapses_on >= ${ctx.today} AS waiting,
      CASE d.change WHEN 'declared_in_place' THEN 'in_place' WHEN 'declared_not_yet' THEN 'not_yet'
        WHEN 'declared_not_applicable' THEN 'does_not_apply' END AS declared, d.reason AS "declaredReason"
    FROM said n
    LEFT JOIN said s ON s.item_code = n.item_code AND s.place_of_kind = 1
      AND s.change IN ('confirmed', 'returned', 'declared_not_yet')
    LEFT JOIN said d ON d.item_code = n.item_code AND d.place_of_side = 1
      AND d.change NOT IN ('confirmed', 'returned')
    WHERE n.place = 1
    ORDER BY n.item_code`);
  return [...rows];
}
