import "server-only";
import type { RefreshContext } from "./refresh";
import { addToCells, type Step } from "./refresh-writes";

/** A figure goes up or down by so many from a month on. */
export interface CellStep {
  measure: string;
  month: string;
  delta: number;
}

/** Adds steps to the cells of a sector without ward, and to their totals. */
export async function addPlainSteps(
  ctx: RefreshContext,
  sector: string,
  steps: readonly CellStep[],
): Promise<void> {
  const sums = new Map<string, Step>();
  for (const { measure, month, delta } of steps) {
    const key = `${measure} ${month}`;
    const before = sums.get(key)?.delta ?? 0;
    sums.set(key, { measure, month, delta: before + delta, sector, ward: "", late: false });
  }
  await addToCells(
    ctx,
    [...sums.values()].filter((step) => step.delta !== 0),
  );
}
