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
  /** Left out by a filter: there, without a figure. */
  outside?: boolean | undefined;
  /** Its figures cannot be: shown as such, never as a share. */
  fault?: boolean | undefined;
  href?: string | undefined;
};

/** From one tile to the next, and the side of one. */
export const PITCH = 78;
export const SIDE = 75;

/** The whole map's width and height. */
export function sizeOf(tiles: readonly Tile[]): { width: number; height: number } {
  return {
    width: Math.max(1, ...tiles.map((tile) => tile.column)) * PITCH,
    height: Math.max(1, ...tiles.map((tile) => tile.row)) * PITCH,
  };
}

/** Row by row, as one reads. */
export const inOrder = (tiles: readonly Tile[]): Tile[] =>
  tiles.toSorted((a, b) => a.row - b.row || a.column - b.column);

export const placeOf = ({ row, column }: Tile) => ({
  x: (column - 1) * PITCH,
  y: (row - 1) * PITCH,
});

/** What stands in the square below the name; empty for one left out. */
export function tileShare(tile: Tile): string {
  if (tile.outside) return "";
  if (tile.fault) return "not known";
  return tile.of === 0 ? "no data" : formatShare(tile.met, tile.of);
}

/** The square in words: it begins with what is seen in it, so that speech control finds it. */
export function tileWords(tile: Tile): string {
  const parts = [
    `${tile.short} ${tileShare(tile)}`.trim(),
    tile.short === tile.name ? null : tile.name,
    tile.outside ? "left out by the filter" : null,
    tile.of === 0 || tile.outside || tile.fault
      ? null
      : `${formatNumber(tile.met)} of ${formatNumber(tile.of)}`,
    tile.own ? "yours" : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
