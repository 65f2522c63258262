import { PALETTE } from "@/components/charts/palette";
import { BANDS, bandOf } from "@/components/charts/tile-bands";
import {
  inOrder,
  placeOf,
  SIDE,
  sizeOf,
  type Tile,
  tileShare,
  tileWords,
} from "@/components/charts/tiles";

const isColour = (name: string): name is keyof typeof PALETTE => name in PALETTE;

/** The colour of a class such as `fill-s2`. */
const colourOf = (className: string): string => {
  const name = className.replace(/^fill-/, "");
  return isColour(name) ? PALETTE[name] : PALETTE.ink;
};

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeText = (text: string) => text.replace(/[&<>"]/g, (mark) => ESCAPED[mark] ?? mark);

/** The heading above the map, the legend below it. */
const HEAD = 62;
const FOOT = 44;
const MARGIN = 16;

export type TileMapFileProps = { title: string; subtitle: string; tiles: Tile[] };

/** The map as an SVG file of its own: its colours are attributes, and it holds no script and no link. */
export function tileMapFile({ title, subtitle, tiles }: TileMapFileProps): string {
  const { width, height } = sizeOf(tiles);
  const across = width + 2 * MARGIN;
  const down = height + HEAD + FOOT + 2 * MARGIN;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${down}" width="${across}" height="${down}" role="img" aria-labelledby="title desc" font-family="'Atkinson Hyperlegible Next', system-ui, sans-serif">`,
    `<title id="title">${escapeText(title)}</title>`,
    `<desc id="desc">${escapeText(`${subtitle} ${inOrder(tiles).map(tileWords).join("; ")}.`)}</desc>`,
    '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    `<rect width="7" height="7" fill="${PALETTE.paper}"/><rect width="1.5" height="7" fill="${PALETTE.line}"/></pattern></defs>`,
    `<rect width="${across}" height="${down}" fill="${PALETTE.paper}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 20}" font-size="20" font-weight="700" fill="${PALETTE.ink}">${escapeText(title)}</text>`,
    `<text x="${MARGIN}" y="${MARGIN + 42}" font-size="13" fill="${PALETTE["ink-2"]}">${escapeText(subtitle)}</text>`,
    `<g transform="translate(${MARGIN} ${MARGIN + HEAD})">`,
    ...inOrder(tiles).map(square),
    "</g>",
    legend(MARGIN, MARGIN + HEAD + height + 12),
    "</svg>",
  ].join("\n");
}

function square(tile: Tile): string {
  const band = tile.outside || tile.fault ? null : bandOf(tile.met, tile.of);
  const { x, y } = placeOf(tile);
  const blank = tile.outside ? PALETTE.paper : "url(#hatch)";
  const stroke = tile.own ? PALETTE.ink : PALETTE.line;
  const text = band ? colourOf(band.text) : PALETTE["ink-2"];
  const share = band ? 'font-size="20" font-weight="700"' : 'font-size="13"';
  return [
    `<g transform="translate(${x} ${y})"><title>${escapeText(tileWords(tile))}</title>`,
    `<rect width="${SIDE}" height="${SIDE}" rx="6" fill="${band ? colourOf(band.fill) : blank}" stroke="${stroke}" stroke-width="${tile.own ? 3 : 1}"/>`,
    `<text x="6" y="19" font-size="11.5" fill="${text}">${escapeText(tile.short)}</text>`,
    `<text x="6" y="45" ${share} fill="${text}">${escapeText(tileShare(tile))}</text>`,
    band ? strokes(band.level, 6, 55, text) : "",
    "</g>",
  ].join("");
}

function strokes(level: number, x: number, y: number, colour: string): string {
  return [1, 2, 3, 4]
    .map(
      (stroke) =>
        `<rect x="${x + (stroke - 1) * 6}" y="${y + 12 - stroke * 3}" width="4" height="${stroke * 3}" fill="${colour}" fill-opacity="${stroke <= level ? 1 : 0.2}"/>`,
    )
    .join("");
}

const legend = (x: number, y: number) =>
  BANDS.map((band, i) => {
    const left = x + i * 118;
    return `<rect x="${left}" y="${y}" width="34" height="20" rx="3" fill="${colourOf(band.fill)}" stroke="${PALETTE.line}"/>${strokes(band.level, left + 6, y + 4, colourOf(band.text))}<text x="${left + 40}" y="${y + 15}" font-size="12" fill="${PALETTE["ink-2"]}">${band.label}</text>`;
  }).join("");
