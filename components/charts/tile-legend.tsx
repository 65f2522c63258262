import { BANDS, BandMark } from "@/components/charts/tile-bands";

export type TileLegendProps = {
  /** The id of the pattern of a square without data. */
  hatch: string;
  hasGap: boolean;
};

/** What the colours and the rising strokes of the map stand for. */
export function TileLegend({ hatch, hasGap }: TileLegendProps) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {BANDS.map((band) => (
        <li key={band.level} className="flex items-center gap-2">
          <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
            <rect width="34" height="20" rx="3" className={`tile-shape ${band.fill}`} />
            <BandMark band={band} x={6} y={4} />
          </svg>
          {band.label}
        </li>
      ))}
      {hasGap ? (
        <li className="flex items-center gap-2">
          <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
            <rect
              width="34"
              height="20"
              rx="3"
              fill={`url(#${hatch})`}
              className="tile-shape stroke-line"
            />
          </svg>
          no data
        </li>
      ) : null}
    </ul>
  );
}
