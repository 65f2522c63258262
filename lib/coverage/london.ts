import { type IsoMonth, monthStart } from "@/lib/dates";
import type { CountOption } from "./choice";
import type { Share } from "./model";

/** What changed in one borough in one month: the cells of a count and of its denominator. */
export interface Step extends Share {
  boroughCode: string;
  month: IsoMonth;
}

/** A borough's figure of one month. */
export interface Point extends Share {
  month: IsoMonth;
}

/** What changed in one month in one measure of one borough. */
export interface MeasureStep {
  measure: string;
  month: IsoMonth;
  late: boolean;
  delta: number;
}

/** One borough's changes of all measures as the steps of one count. */
export function stepsOf(
  cells: readonly MeasureStep[],
  boroughCode: string,
  count: Pick<CountOption, "countedFor" | "parts">,
): Step[] {
  const lateOnly = count.countedFor === "late_business";
  return cells.flatMap(({ measure, month, late, delta }) => {
    const met = count.parts.includes(measure) ? delta : 0;
    const of = measure === "in_scope" && (late || !lateOnly) ? delta : 0;
    return met === 0 && of === 0 ? [] : [{ boroughCode, month, met, of }];
  });
}

/** Every month from the first to the last, both included. */
export function monthsBetween(first: IsoMonth, last: IsoMonth): IsoMonth[] {
  const months: IsoMonth[] = [];
  for (let month = first; month <= last; month = monthStart(month, 1)) months.push(month);
  return months;
}

/** The months in which anybody has a figure, oldest first, this month always among them. */
export function monthsWithData(steps: readonly Step[], today: string): IsoMonth[] {
  const now = monthStart(today);
  const first = steps.reduce(
    (least, step) => (step.of > 0 && step.month < least ? step.month : least),
    now,
  );
  return monthsBetween(first, now);
}

/**
 * A borough's figure in each of the months, from the changes up to it. A measure of the borough itself
 * is counted out of its parts, once the borough has any business in scope or has met one.
 */
export function pointsOf(
  steps: readonly Step[],
  boroughCode: string,
  months: readonly IsoMonth[],
  count: Pick<CountOption, "countedFor" | "parts">,
): Point[] {
  const own = steps.filter((step) => step.boroughCode === boroughCode);
  return months.map((month) => {
    let met = 0;
    let of = 0;
    for (const step of own) {
      if (step.month > month) continue;
      met += step.met;
      of += step.of;
    }
    if (count.countedFor !== "borough") return { month, met, of };
    return { month, met, of: of > 0 || met > 0 ? count.parts.length : 0 };
  });
}

/** Several boroughs' figures added up, month by month. */
export function sumPoints(series: readonly (readonly Point[])[]): Point[] {
  const [first = []] = series;
  return first.map(({ month }, i) => {
    let met = 0;
    let of = 0;
    for (const points of series) {
      met += points[i]?.met ?? 0;
      of += points[i]?.of ?? 0;
    }
    return { month, met, of };
  });
}

/** A count that cannot be: shown as a fault, never as a figure. */
export const isFault = ({ met, of }: Share) => met < 0 || of < 0 || met > of;

export interface Stand extends Share {
  /** Twelve months before; null when there was nothing to count then. */
  yearAgo: Share | null;
  /** Percentage points, rounded as shown; null without a year ago. */
  change: number | null;
  /** The first month of the unbroken run at the level it has now; null without data. */
  since: IsoMonth | null;
  /** The figure of the month before that run; null when the data begin with it. */
  before: Share | null;
}

/** Where a borough stands in a month: the figure, the change since a year ago, and since when it is at this level. */
export function standAt(
  points: readonly Point[],
  month: IsoMonth,
  levelOf: (share: Share) => number | null,
): Stand {
  const at = points.findIndex((point) => point.month === month);
  const { met, of } = points[at] ?? { met: 0, of: 0 };
  const past = points.find((point) => point.month === monthStart(month, -12));
  const yearAgo = past && past.of > 0 && !isFault(past) ? { met: past.met, of: past.of } : null;
  const level = of > 0 ? levelOf({ met, of }) : null;
  if (level === null || isFault({ met, of })) {
    return { met, of, yearAgo, change: null, since: null, before: null };
  }
  let start = at;
  while (start > 0 && sameLevel(points[start - 1], level, levelOf)) start -= 1;
  const before = points[start - 1];
  return {
    met,
    of,
    yearAgo,
    change: yearAgo
      ? Math.round((met / of) * 100) - Math.round((yearAgo.met / yearAgo.of) * 100)
      : null,
    since: points[start]?.month ?? null,
    before: before && before.of > 0 ? { met: before.met, of: before.of } : null,
  };
}

const sameLevel = (
  point: Point | undefined,
  level: number,
  levelOf: (share: Share) => number | null,
) => point !== undefined && point.of > 0 && levelOf(point) === level;
