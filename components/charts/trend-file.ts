import { PALETTE, SVG_FONT, SVG_OPENING } from "@/components/charts/palette";
import { drawTrend, HEIGHT, type Trend, WIDTH } from "@/components/charts/trend-drawing";
import { formatMonth, formatNumber } from "@/lib/format";
import { markup } from "@/lib/markup";

const MARGIN = 16;
const HEAD = 58;

// The drawing names its colours by classes; a file of its own has to say what they are.
const STYLE = [
  "text { font-size: 14px; }",
  ...Object.entries(PALETTE).flatMap(([name, colour]) => [
    `.fill-${name} { fill: ${colour}; }`,
    `.stroke-${name} { stroke: ${colour}; }`,
  ]),
  ".fill-none { fill: none; }",
].join(" ");

/** A trend as an SVG file of its own, with its title, its counts and where it is from; null without months. */
export function trendFile(trend: Trend, place: string): string | null {
  const drawing = drawTrend(trend, "trend");
  const last = trend.points.at(-1);
  if (!drawing || !last) return null;
  const [across, down] = [WIDTH + 2 * MARGIN, HEIGHT + HEAD + 2 * MARGIN];
  const counts = `${formatNumber(last.met)} of ${formatNumber(last.of)} in ${formatMonth(last.month)}`;
  const file = markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${down}" width="${across}"
    height="${down}" role="img" aria-labelledby="trend-title trend-desc">`;
  const inner = markup`<rect width="${across}" height="${down}" class="fill-paper"/>
    <text x="${MARGIN}" y="${MARGIN + 14}" font-weight="700" class="fill-ink">${trend.title}, ${place}</text>
    <text x="${MARGIN}" y="${MARGIN + 34}" class="fill-ink-2">${counts}. Operation Make Safe.</text>
    <g transform="translate(${MARGIN} ${MARGIN + HEAD})" class="fill-ink-2">${drawing}</g>`;
  const opening = file.text.replace(">", ` ${SVG_FONT}>`);
  return `${SVG_OPENING}\n${opening}<style>${STYLE}</style>${inner.text}</svg>\n`;
}
