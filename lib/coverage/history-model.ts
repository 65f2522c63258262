import { type IsoMonth, monthStart } from "@/lib/dates";
import { AIM_LABELS, AIMS, type Aim, COUNTED, type Counted, MEASURES, type Share } from "./model";

/** The sum of a difference array's cells of one place in one month. */
export interface PlaceCell {
  measure: string;
  sector: string;
  /** Empty: not known. */
  ward: string;
  late: boolean;
  month: IsoMonth;
  delta: number;
}

/** Which cells to add up; an empty ward is "not known", undefined is all of them. */
export interface PlaceFilter {
  sector?: string | undefined;
  ward?: string | undefined;
}

/** Counted among businesses open after 23:00 alone. */
const AMONG_LATE: ReadonlySet<string> = new Set(["night_cover"]);

const isCounted = (id: string): id is Counted => (COUNTED as readonly string[]).includes(id);

/** Aims and measures of businesses that can be looked back at, in the order of the aims. */
export const LOOKED_AT: readonly { id: Counted; aim: Aim; label: string }[] = AIMS.flatMap(
  (aim) => {
    const own = MEASURES.filter((measure) => measure.aim === aim && isCounted(measure.id));
    const whole = isCounted(aim)
      ? [{ id: aim, aim, label: `${AIM_LABELS[aim]}: the whole aim` }]
      : [];
    return [...whole, ...own.map(({ id, label }) => ({ id, aim, label }))];
  },
);

const sum = (
  cells: readonly PlaceCell[],
  measure: string,
  month: IsoMonth,
  { sector, ward }: PlaceFilter,
  late: boolean | undefined,
): number => {
  let total = 0;
  for (const cell of cells) {
    if (cell.measure !== measure || cell.month > month) continue;
    if (sector !== undefined && cell.sector !== sector) continue;
    if (ward !== undefined && cell.ward !== ward) continue;
    if (late === undefined || cell.late === late) total += cell.delta;
  }
  return total;
};

/** Businesses that met a measure in a month, out of those it is counted for, in one place or all. */
export function shareIn(
  cells: readonly PlaceCell[],
  measure: string,
  month: IsoMonth,
  place: PlaceFilter = {},
): Share {
  const late = AMONG_LATE.has(measure) ? true : undefined;
  return {
    met: sum(cells, measure, month, place, late),
    of: sum(cells, "in_scope", month, place, late),
  };
}

/** The wards of these cells by name, "not known" (empty) last. */
export function wardsOf(cells: readonly PlaceCell[]): string[] {
  const wards = [...new Set(cells.map((cell) => cell.ward))];
  return wards.sort((a, b) => Number(a === "") - Number(b === "") || a.localeCompare(b, "en-GB"));
}

const MOST_MONTHS = 36;

/** The months that can be chosen, newest first: from the first figure to this month, at most 36. */
export function monthsOf(cells: readonly PlaceCell[], today: string): IsoMonth[] {
  const now = monthStart(today);
  const first = cells.map((cell) => cell.month).sort()[0] ?? now;
  const months: IsoMonth[] = [];
  for (let back = 0; back < MOST_MONTHS; back += 1) {
    const month = monthStart(today, -back);
    if (month < first) break;
    months.push(month);
  }
  return months;
}

/** A figure of a signed report that reads otherwise today. */
export interface FigureChange {
  measure: string;
  sector: string;
  ward: string;
  signed: number;
  now: number;
}

/** A place's figure as signed and as it reads now. */
export interface ReportFigure extends FigureChange {
  late: boolean;
}

/** The figures that differ, those open late and others together, in the order of the measures. */
export function changesOf(figures: readonly ReportFigure[]): FigureChange[] {
  const places = new Map<string, FigureChange>();
  for (const { measure, sector, ward, signed, now } of figures) {
    const key = JSON.stringify([measure, sector, ward]);
    const before = places.get(key) ?? { measure, sector, ward, signed: 0, now: 0 };
    places.set(key, { ...before, signed: before.signed + signed, now: before.now + now });
  }
  return [...places.values()].filter((each) => each.signed !== each.now);
}

/** A report's figure as cells of one month, so that it is added up as the present is. */
export function asCells(
  figures: readonly ReportFigure[],
  side: "signed" | "now",
  month: IsoMonth,
): PlaceCell[] {
  return figures.map((figure) => ({ ...figure, month, delta: figure[side] }));
}
