import { type IsoMonth, monthStart } from "@/lib/dates";
import type { Counted, Share } from "./model";

/** The sum of a difference array's cells in one month. */
export interface CellSum {
  boroughCode: string;
  sector: string;
  measure: string;
  month: IsoMonth;
  delta: number;
}

/** Which cells to add up; nothing given means all of them. */
export interface CellFilter {
  boroughCode?: string;
  sector?: string;
}

const matches = (cell: CellSum, filter: CellFilter) =>
  (filter.boroughCode === undefined || cell.boroughCode === filter.boroughCode) &&
  (filter.sector === undefined || cell.sector === filter.sector);

/** How many businesses were counted for a measure in a month: the sum of the cells up to it. */
export function countAt(
  cells: readonly CellSum[],
  measure: Counted,
  month: IsoMonth,
  filter: CellFilter = {},
): number {
  let sum = 0;
  for (const cell of cells) {
    if (cell.measure === measure && cell.month <= month && matches(cell, filter)) sum += cell.delta;
  }
  return sum;
}

/** Businesses that meet a measure, out of those in scope, in one month. */
export function shareAt(
  cells: readonly CellSum[],
  measure: Counted,
  month: IsoMonth,
  filter: CellFilter = {},
): Share {
  return {
    met: countAt(cells, measure, month, filter),
    of: countAt(cells, "in_scope", month, filter),
  };
}

export interface MonthPoint extends Share {
  /** yyyy-mm */
  month: string;
}

/** The share in each of the last `months` months, oldest first, this month included. */
export function sharesOver(
  cells: readonly CellSum[],
  measure: Counted,
  today: string,
  months: number,
  filter: CellFilter = {},
): MonthPoint[] {
  return Array.from({ length: months }, (_, i) => {
    const month = monthStart(today, i - months + 1);
    return { month: month.slice(0, 7), ...shareAt(cells, measure, month, filter) };
  });
}
