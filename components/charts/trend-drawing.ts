import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { AIM_STYLES, type Aim } from "@/components/charts/aims";
import { formatMonth, formatShare, formatShortMonth, percentOf } from "@/lib/format";
import { type Markup, markup } from "@/lib/markup";

export type TrendPoint = { month: string; met: number; of: number };

export type Trend = {
  title: string;
  points: TrendPoint[];
  /** The share aimed for, from 0 to 100. */
  target?: number | undefined;
  aim?: Aim | undefined;
};

export const WIDTH = 460;
const TOP = 16;
const LEFT = 44;
const RIGHT = 450;
const FLOOR = 140;
const STEP = 25;
export const HEIGHT = 166;

const STROKES: Record<Aim, string> = {
  prepare: "stroke-prepare",
  prevent: "stroke-prevent",
  protect: "stroke-protect",
  pursue: "stroke-pursue",
};

/** The marks of a trend, named by their classes; null where there is no month to show. */
export function drawTrend(
  { title, points, target, aim = "prevent" }: Trend,
  id: string,
): Markup | null {
  const shares = points.map((point) => percentOf(point.met, point.of));
  const highest = Math.max(target ?? 0, ...shares.map((share) => share ?? 0));
  const ceiling = Math.min(100, Math.max(2 * STEP, Math.ceil((highest + 5) / STEP) * STEP));
  const ticks = Array.from({ length: ceiling / STEP }, (_, index) => (index + 1) * STEP);

  const x = scalePoint<number>()
    .domain(points.map((_, index) => index))
    .range([LEFT, RIGHT]);
  const y = scaleLinear().domain([0, ceiling]).range([FLOOR, TOP]);
  const path = line<number | null>()
    .defined((share) => share !== null)
    .x((_, index) => x(index) ?? LEFT)
    .y((share) => y(share ?? 0));

  const first = points[0];
  const last = points.at(-1);
  const lastShare = shares.at(-1) ?? null;
  if (!first || !last) return null;

  const row = (tick: number) => markup`
    <g><path d="M${LEFT} ${y(tick)}H${RIGHT}" class="mark-line fill-none stroke-line"/>
    <text x="${LEFT - 7}" y="${y(tick) + 4}" text-anchor="end">${tick === ceiling ? `${tick}%` : tick}</text></g>`;
  return markup`
    <title id="${id}-title">${title}</title>
    <desc id="${id}-desc">${describe(first, last, target)}</desc>
    ${[0, ...ticks].map(row)}
    ${
      target === undefined
        ? null
        : markup`
          <path d="M${LEFT} ${y(target)}H${RIGHT}" stroke-dasharray="4 4" class="mark-line fill-none stroke-ink-2"/>
          <text x="${LEFT + 6}" y="${y(target) - 6}">target ${target}%</text>`
    }
    <path d="${path(shares) ?? ""}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"
      class="mark-line fill-none ${STROKES[aim]}"/>
    ${
      lastShare === null
        ? null
        : markup`<circle cx="${x(points.length - 1) ?? RIGHT}" cy="${y(lastShare)}" r="4.5"
            class="mark-fill ${AIM_STYLES[aim].fill}"/>`
    }
    <text x="${LEFT}" y="162">${formatShortMonth(first.month)}</text>
    ${
      points.length > 1
        ? markup`<text x="${RIGHT}" y="162" text-anchor="end">${formatShortMonth(last.month)}</text>`
        : null
    }`;
}

function describe(first: TrendPoint, last: TrendPoint, target: number | undefined): string {
  const from = `From ${formatShare(first.met, first.of)} in ${formatMonth(first.month)}`;
  const to = `to ${formatShare(last.met, last.of)} in ${formatMonth(last.month)}`;
  return target === undefined ? `${from} ${to}.` : `${from} ${to}; the target is ${target}%.`;
}
