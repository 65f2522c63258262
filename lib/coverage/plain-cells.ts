import "server-only";
import { sql } from "drizzle-orm";
import type { WriteContext } from "@/lib/command";
import { arrayOf } from "@/lib/db/arrays";

/** A figure goes up or down by so many from a month on. */
export interface CellStep {
  measure: string;
  month: string;
  delta: number;
}

/** Adds steps to the cells of a sector without ward, in key order. */
export async function addToCells(
  { tx, boroughCode }: Pick<WriteContext, "tx" | "boroughCode">,
  sector: string,
  steps: readonly CellStep[],
): Promise<void> {
  const sums = new Map<string, CellStep>();
  for (const step of steps) {
    const key = `${step.measure} ${step.month}`;
    sums.set(key, { ...step, delta: (sums.get(key)?.delta ?? 0) + step.delta });
  }
  const cells = [...sums.values()].filter((cell) => cell.delta !== 0);
  if (cells.length === 0) return;
  const column = (pick: (cell: CellStep) => string | number, type: "text" | "date" | "int") =>
    arrayOf(cells.map(pick), type);
  await tx.execute(sql`
    INSERT INTO coverage_cells AS c (borough_code, measure, sector, ward, late, month, delta)
    SELECT ${boroughCode}, n.measure, ${sector}, '', false, n.month, n.delta FROM unnest(
      ${column((cell) => cell.measure, "text")}, ${column((cell) => cell.month, "date")},
      ${column((cell) => cell.delta, "int")}) AS n (measure, month, delta)
    ORDER BY n.measure, n.month
    ON CONFLICT (borough_code, measure, sector, ward, late, month)
    DO UPDATE SET delta = c.delta + excluded.delta`);
}
