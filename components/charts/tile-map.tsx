import { useId } from "react";
import { FiguresTable } from "@/components/charts/figures-table";
import { BandMark, bandOf } from "@/components/charts/tile-bands";
import { TileLegend } from "@/components/charts/tile-legend";
import {
  inOrder,
  placeOf,
  SIDE,
  sizeOf,
  type Tile,
  tileShare,
  tileWords,
} from "@/components/charts/tiles";
import { classNames } from "@/components/ui/class-names";

export type TileMapProps = {
  title: string;
  tiles: Tile[];
  /** The same figures stand beside the map already. */
  hideFigures?: boolean | undefined;
};

// What scrolls must be reached with the Tab key, so that the arrow keys can move it.
const SCROLLED_BY_KEYBOARD = { tabIndex: 0 };

/** London as one square a borough, with a legend and the same figures as a table. */
export function TileMap({ title, tiles, hideFigures }: TileMapProps) {
  const id = useId();
  const hatch = `${id}-hatch`;
  const { width, height } = sizeOf(tiles);
  const byName = tiles.toSorted((a, b) => a.name.localeCompare(b.name, "en-GB"));
  const hasGap = tiles.some((tile) => !tile.outside && !bandOfTile(tile));

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
          className="w-full min-w-[34rem]"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>
            One square for each London borough, roughly where it lies. The figures are also in a
            table on this page.
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
          {inOrder(tiles).map((tile) => (
            <TileSquare key={tile.code} tile={tile} hatch={hatch} />
          ))}
        </svg>
      </section>
      <figcaption>
        <TileLegend hatch={hatch} hasGap={hasGap} />
      </figcaption>
      {hideFigures ? null : (
        <FiguresTable
          caption={title}
          heading="Borough"
          rows={byName.map(({ code, name, met, of }) => ({ key: code, name, met, of }))}
        />
      )}
    </figure>
  );
}

const bandOfTile = (tile: Tile) => (tile.outside || tile.fault ? null : bandOf(tile.met, tile.of));

function TileSquare({ tile, hatch }: { tile: Tile; hatch: string }) {
  const band = bandOfTile(tile);
  const { x, y } = placeOf(tile);
  const words = tileWords(tile);
  const text = band?.text ?? "fill-ink-2";
  const blank = tile.outside ? "fill-paper stroke-line" : "stroke-line";
  const square = (
    <>
      <rect
        width={SIDE}
        height={SIDE}
        rx="6"
        fill={band || tile.outside ? undefined : `url(#${hatch})`}
        strokeWidth={tile.own ? 3 : 1}
        className={classNames(
          "tile-shape",
          band ? band.fill : blank,
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
        {tileShare(tile)}
      </text>
      {band ? <BandMark band={band} x={6} y={55} /> : null}
    </>
  );
  if (tile.href) {
    return (
      <g transform={`translate(${x} ${y})`}>
        <a href={tile.href} aria-label={words} className="no-underline">
          {square}
        </a>
      </g>
    );
  }
  return (
    <g transform={`translate(${x} ${y})`}>
      <title>{words}</title>
      {square}
    </g>
  );
}
