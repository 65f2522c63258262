import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { arrayOf } from "@/lib/db/arrays";
import type { Difference, RefreshContext } from "./refresh";

/** Takes the old periods away, writes the new ones, and notes where those businesses are counted now. */
export async function writePeriods(
  { tx, boroughCode }: RefreshContext,
  differences: readonly Difference[],
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

/** One cell of the difference array and what is added to it. */
export interface Step {
  measure: string;
  sector: string;
  ward: string;
  late: boolean;
  month: string;
  delta: number;
}

/** Plus one where a period begins, minus one where it ends, the reverse for an old one; no zeros. */
export function sumSteps(differences: readonly Difference[]): Step[] {
  const sums = new Map<string, Step>();
  const add = (row: Difference, month: string | null, delta: number) => {
    if (month === null) return;
    const { measure, sector, ward, late } = row;
    const key = JSON.stringify([measure, sector, ward, late, month]);
    const before = sums.get(key)?.delta ?? 0;
    sums.set(key, { measure, sector, ward, late, month, delta: before + delta });
  };
  for (const row of differences) {
    const sign = row.side === "new" ? 1 : -1;
    add(row, row.met_from, sign);
    add(row, row.met_until, -sign);
  }
  return [...sums.values()].filter((step) => step.delta !== 0);
}

/** Adds the steps to their cells and those to their totals, each in key order. */
export async function addToCells(
  { tx, boroughCode }: RefreshContext,
  steps: readonly Step[],
): Promise<void> {
  if (steps.length === 0) return;
  const column = (
    pick: (step: Step) => string | number | boolean,
    type: "text" | "date" | "int" | "boolean",
  ): SQL => arrayOf(steps.map(pick), type);
  await tx.execute(sql`
    INSERT INTO coverage_cells AS c (borough_code, measure, sector, ward, late, month, delta)
    SELECT ${boroughCode}, * FROM unnest(
      ${column((c) => c.measure, "text")}, ${column((c) => c.sector, "text")}, ${column((c) => c.ward, "text")},
      ${column((c) => c.late, "boolean")}, ${column((c) => c.month, "date")}, ${column((c) => c.delta, "int")}
    ) AS n (measure, sector, ward, late, month, delta)
    ORDER BY n.measure, n.sector, n.ward, n.late, n.month
    ON CONFLICT (borough_code, measure, sector, ward, late, month)
    DO UPDATE SET delta = c.delta + excluded.delta`);
  await addToTotals({ tx, boroughCode }, steps);
}

/** The same steps summed over wards and late trading. */
async function addToTotals(
  { tx, boroughCode }: RefreshContext,
  steps: readonly Step[],
): Promise<void> {
  const sums = new Map<string, Omit<Step, "ward" | "late">>();
  for (const { measure, sector, month, delta } of steps) {
    const key = JSON.stringify([measure, sector, month]);
    sums.set(key, { measure, sector, month, delta: (sums.get(key)?.delta ?? 0) + delta });
  }
  const totals = [...sums.values()].filter((total) => total.delta !== 0);
  if (totals.length === 0) return;
  const column = (
    pick: (total: Omit<Step, "ward" | "late">) => string | number,
    type: "text" | "date" | "int",
  ): SQL => arrayOf(totals.map(pick), type);
  await tx.execute(sql`
    INSERT INTO coverage_totals AS t (borough_code, measure, sector, month, delta)
    SELECT ${boroughCode}, * FROM unnest(
      ${column((t) => t.measure, "text")}, ${column((t) => t.sector, "text")},
      ${column((t) => t.month, "date")}, ${column((t) => t.delta, "int")}
    ) AS n (measure, sector, month, delta)
    ORDER BY n.measure, n.sector, n.month
    ON CONFLICT (borough_code, measure, sector, month)
    DO UPDATE SET delta = t.delta + excluded.delta`);
}
