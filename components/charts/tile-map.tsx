import { useId } from "react";
import { FiguresTable } from "@/components/charts/figures-table";
import { BandMark, bandOf } from "@/components/charts/tile-bands";
import { TileLegend } from "@/components/charts/tile-legend";
import { classNames } from "@/components/ui/class-names";
import { formatNumber, formatShare } from "@/lib/format";

export type Tile = {
  code: string;
  name: string;
  /** A name that fits in a tile, such as "Kens. & C." */
  short: string;
  /** From 1, the top. */
  row: number;
  /** From 1, the left. */
  column: number;
  met: number;
  of: number;
  /** One of the reader's own: outlined. */
  own: boolean;
  href?: string | undefined;
};

export type TileMapProps = { title: string; tiles: Tile[] };

const PITCH = 78;
const SIDE = 75;

// What scrolls must be reached with the Tab key, so that the arrow keys can move it.
const SCROLLED_BY_KEYBOARD = { tabIndex: 0 };

/** London as one square a borough, with a legend and the same figures as a table. */
export function TileMap({ title, tiles }: TileMapProps) {
  const id = useId();
  const hatch = `${id}-hatch`;
  const width = Math.max(1, ...tiles.map((tile) => tile.column)) * PITCH;
  const height = Math.max(1, ...tiles.map((tile) => tile.row)) * PITCH;
  const inOrder = tiles.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const byName = tiles.toSorted((a, b) => a.name.localeCompare(b.name, "en-GB"));
  const hasGap = tiles.some((tile) => tile.of === 0);

  return (
    <figure>
      <section
        aria-label={`${title}: map, scrolls sideways`}
        {...SCROLLED_BY_KEYBOARD}
        className="overflow-x-auto contain-inline-size"
      >
        <svg
          viewBox={`-3 -3 ${width + 2} ${height + 2}`}
          aria-labelledby={`${id}-title ${id}-desc`}
          className="w-full min-w-[36rem]"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>
            One square for each London borough, roughly where it lies. The figures are also in the
            table below.
          </desc>
          <defs>
            <pattern
              id={hatch}
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="7" height="7" className="fill-paper" />
              <rect width="1.500" height="7" className="fill-line" />
            </pattern>
          </defs>
          {inOrder.map((tile) => (
            <TileSquare key={tile.code} tile={tile} hatch={hatch} />
          ))}
        </svg>
      </section>
      <figcaption>
        <TileLegend hatch={hatch} hasGap={hasGap} />
      </figcaption>
      <FiguresTable
        caption={title}
        heading="Borough"
        rows={byName.map(({ code, name, met, of }) => ({ key: code, name, met, of }))}
      />
    </figure>
  );
}

function TileSquare({ tile, hatch }: { tile: Tile; hatch: string }) {
  const band = bandOf(tile.met, tile.of);
  const place = `translate(${(tile.column - 1) * PITCH} ${(tile.row - 1) * PITCH})`;
  const share = band ? formatShare(tile.met, tile.of) : "no data";
  // Begins with what is seen in the square, so that speech control finds it by those words.
  const words = [
    `${tile.short} ${share}`,
    tile.short === tile.name ? null : tile.name,
    band ? `${formatNumber(tile.met)} of ${formatNumber(tile.of)}` : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
  const text = band?.text ?? "fill-ink-2";
  const square = (
    <>
      <rect
        width={SIDE}
        height={SIDE}
        rx="6"
        fill={band ? undefined : `url(#${hatch})`}
        strokeWidth={tile.own ? 3 : 1}
        className={classNames(
          "tile-shape",
          band ? band.fill : "stroke-line",
          tile.own && "tile-own stroke-ink",
        )}
      />
      <text x="6" y="19" className={classNames("text-[0.71875rem] tracking-tight", text)}>
        {tile.short}
      </text>{" "}
      <text
        x="6"
        y="45"
        className={classNames(band ? "font-bold text-[1.25rem]" : "text-[0.8125rem]", text)}
      >
        {share}
      </text>
      {band ? <BandMark band={band} x={6} y={55} /> : null}
    </>
  );
  if (tile.href) {
    return (
      <g transform={place}>
        <a href={tile.href} aria-label={words} className="no-underline">
          {square}
        </a>
      </g>
    );
  }
  return (
    <g transform={place}>
      <title>{words}</title>
      {square}
    </g>
  );
}
