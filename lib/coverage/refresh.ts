import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";
import { computedPeriods } from "./periods";

interface Difference extends Record<string, unknown> {
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

type RefreshContext = Pick<WriteContext, "tx" | "boroughCode">;

/**
 * Recomputes what these businesses have achieved from their own facts and adds the differences to the
 * coverage cells, in the caller's transaction and role. Locks standings in id order and cells in key
 * order, so two commands never wait for each other in a circle.
 */
export async function refreshCoverage(
  ctx: RefreshContext,
  businessIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(businessIds)].sort();
  if (ids.length === 0) return;
  await lockStandings(ctx, ids);
  const differences: Difference[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    differences.push(...(await findDifferences(ctx, ids.slice(from, from + AT_ONCE))));
  }
  if (differences.length === 0) return;
  await writePeriods(ctx, differences);
  await addToCells(ctx, differences);
}

async function lockStandings({ tx, boroughCode }: RefreshContext, ids: string[]): Promise<void> {
  const lock = sql`
    SELECT business_id FROM standings
    WHERE borough_code = ${boroughCode} AND business_id = ANY (${arrayOf(ids, "uuid")})
    ORDER BY business_id FOR UPDATE`;
  const locked = await tx.execute(lock);
  if (locked.length === ids.length) return;
  await tx.execute(sql`
    INSERT INTO standings (borough_code, business_id, sector, ward, late)
    SELECT b.borough_code, b.id, b.sector, coalesce(b.ward, ''), coalesce(b.opens_late, false)
    FROM businesses b
    WHERE b.borough_code = ${boroughCode} AND b.id = ANY (${arrayOf(ids, "uuid")})
    ORDER BY b.id
    ON CONFLICT DO NOTHING`);
  await tx.execute(lock);
}

/** The periods that stand and should not, and those that should and do not; a moved business: all of them. */
async function findDifferences(
  { tx, boroughCode }: RefreshContext,
  ids: string[],
): Promise<Difference[]> {
  const businesses = arrayOf(ids, "uuid");
  const rows = await tx.execute<Difference>(sql`
    WITH place AS (
      SELECT s.business_id, s.sector AS old_sector, s.ward AS old_ward, s.late AS old_late,
             b.sector AS new_sector, coalesce(b.ward, '') AS new_ward, coalesce(b.opens_late, false) AS new_late
      FROM standings s
      JOIN businesses b ON b.borough_code = s.borough_code AND b.id = s.business_id
      WHERE s.borough_code = ${boroughCode} AND s.business_id = ANY (${businesses})
    ),
    old AS (
      SELECT p.business_id, p.measure, p.met_from, p.met_until, l.old_sector AS sector, l.old_ward AS ward, l.old_late AS late
      FROM standing_periods p JOIN place l USING (business_id)
      WHERE p.borough_code = ${boroughCode} AND p.business_id = ANY (${businesses})
    ),
    new AS (
      SELECT c.business_id, c.measure, c.met_from, c.met_until, l.new_sector AS sector, l.new_ward AS ward, l.new_late AS late
      FROM (${computedPeriods(boroughCode, businesses)}) c JOIN place l USING (business_id)
    )
    SELECT 'old' AS side, o.* FROM (SELECT * FROM old EXCEPT SELECT * FROM new) o
    UNION ALL
    SELECT 'new' AS side, n.* FROM (SELECT * FROM new EXCEPT SELECT * FROM old) n`);
  return [...rows];
}

async function writePeriods(
  { tx, boroughCode }: RefreshContext,
  differences: Difference[],
): Promise<void> {
  const gone = differences.filter((row) => row.side === "old");
  const come = differences.filter((row) => row.side === "new");
  if (gone.length > 0) {
    await tx.execute(sql`
      DELETE FROM standing_periods p
      USING unnest(${arrayOf(
        gone.map((r) => r.business_id),
        "uuid",
      )}, ${arrayOf(
        gone.map((r) => r.measure),
        "text",
      )},
                   ${arrayOf(
                     gone.map((r) => r.met_from),
                     "date",
                   )}) AS g (business_id, measure, met_from)
      WHERE p.borough_code = ${boroughCode} AND p.business_id = g.business_id
        AND p.measure = g.measure AND p.met_from = g.met_from`);
  }
  if (come.length === 0) return;
  await tx.execute(sql`
    INSERT INTO standing_periods (borough_code, business_id, measure, met_from, met_until)
    SELECT ${boroughCode}, * FROM unnest(
      ${arrayOf(
        come.map((r) => r.business_id),
        "uuid",
      )}, ${arrayOf(
        come.map((r) => r.measure),
        "text",
      )},
      ${arrayOf(
        come.map((r) => r.met_from),
        "date",
      )}, ${arrayOf(
        come.map((r) => r.met_until),
        "date",
      )})`);
  await tx.execute(sql`
    UPDATE standings s SET sector = b.sector, ward = coalesce(b.ward, ''), late = coalesce(b.opens_late, false)
    FROM businesses b
    WHERE s.borough_code = ${boroughCode} AND s.business_id = ANY (${arrayOf([...new Set(come.map((r) => r.business_id))], "uuid")})
      AND b.borough_code = s.borough_code AND b.id = s.business_id
      AND (s.sector, s.ward, s.late)
        IS DISTINCT FROM (b.sector, coalesce(b.ward, ''), coalesce(b.opens_late, false))`);
}

type Cell = Pick<Difference, "measure" | "sector" | "ward" | "late"> & {
  month: string;
  delta: number;
};

/** One cell's change: plus one where a period begins, minus one where it ends, the reverse for an old one. */
async function addToCells(
  { tx, boroughCode }: RefreshContext,
  differences: Difference[],
): Promise<void> {
  const sums = new Map<string, Cell>();
  const add = (row: Difference, month: string | null, delta: number) => {
    if (month === null) return;
    const key = JSON.stringify([row.measure, row.sector, row.ward, row.late, month]);
    const cell = sums.get(key) ?? { ...row, month, delta: 0 };
    sums.set(key, { ...cell, delta: cell.delta + delta });
  };
  for (const row of differences) {
    const sign = row.side === "new" ? 1 : -1;
    add(row, row.met_from, sign);
    add(row, row.met_until, -sign);
  }
  const cells = [...sums.values()].filter((cell) => cell.delta !== 0);
  if (cells.length === 0) return;
  const column = (
    pick: (cell: (typeof cells)[number]) => string | number | boolean,
    type: "text" | "date" | "int" | "boolean",
  ): SQL => arrayOf(cells.map(pick), type);
  await tx.execute(sql`
    INSERT INTO coverage_cells AS c (borough_code, measure, sector, ward, late, month, delta)
    SELECT ${boroughCode}, * FROM unnest(
      ${column((c) => c.measure, "text")}, ${column((c) => c.sector, "text")}, ${column((c) => c.ward, "text")},
      ${column((c) => c.late, "boolean")}, ${column((c) => c.month, "date")}, ${column((c) => c.delta, "int")}
    ) AS n (measure, sector, ward, late, month, delta)
    ORDER BY n.measure, n.sector, n.ward, n.late, n.month
    ON CONFLICT (borough_code, measure, sector, ward, late, month)
    DO UPDATE SET delta = c.delta + excluded.delta`);
  await addToTotals({ tx, boroughCode }, cells);
}

/** The same changes summed over wards and late trading. */
async function addToTotals({ tx, boroughCode }: RefreshContext, cells: Cell[]): Promise<void> {
  const sums = new Map<string, Omit<Cell, "ward" | "late">>();
  for (const { measure, sector, month, delta } of cells) {
    const key = JSON.stringify([measure, sector, month]);
    sums.set(key, { measure, sector, month, delta: (sums.get(key)?.delta ?? 0) + delta });
  }
  const totals = [...sums.values()].filter((total) => total.delta !== 0);
  if (totals.length === 0) return;
  await tx.execute(sql`
    INSERT INTO coverage_totals AS c (borough_code, measure, sector, month, delta)
    SELECT ${boroughCode}, * FROM unnest(
      ${arrayOf(
        totals.map((t) => t.measure),
        "text",
      )}, ${arrayOf(
        totals.map((t) => t.sector),
        "text",
      )},
      ${arrayOf(
        totals.map((t) => t.month),
        "date",
      )}, ${arrayOf(
        totals.map((t) => t.delta),
        "int",
      )}
    ) AS n (measure, sector, month, delta)
    ORDER BY n.measure, n.sector, n.month
    ON CONFLICT (borough_code, measure, sector, month)
    DO UPDATE SET delta = c.delta + excluded.delta`);
}
