import { percentOf } from "@/lib/format";

export type Band = {
  level: 0 | 1 | 2 | 3 | 4;
  from: number;
  label: string;
  fill: string;
  text: string;
};

/** The steps of the map, lowest first. Each has a colour and a number of rising strokes. */
export const BANDS: readonly Band[] = [
  { level: 0, from: 0, label: "under 25%", fill: "fill-s0", text: "fill-on-tile" },
  { level: 1, from: 25, label: "25–44%", fill: "fill-s1", text: "fill-on-tile" },
  { level: 2, from: 45, label: "45–59%", fill: "fill-s2", text: "fill-on-tile" },
  { level: 3, from: 60, label: "60–74%", fill: "fill-s3", text: "fill-on-tile" },
  { level: 4, from: 75, label: "75% and over", fill: "fill-s4", text: "fill-on-s4" },
];

/** The band a share falls in by its true value, not its rounded one; null without data. */
export function bandOf(met: number, of: number): Band | null {
  const percent = percentOf(met, of);
  if (percent === null) return null;
  return BANDS.findLast((band) => percent >= band.from) ?? null;
}

const STROKES = [1, 2, 3, 4] as const;

/** Four strokes like a signal, as many of them solid as the band is high: 22 by 12. */
export function BandMark({ band, x = 0, y = 0 }: { band: Band; x?: number; y?: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className={band.text}>
      {STROKES.map((stroke) => (
        <rect
          key={stroke}
          x={(stroke - 1) * 6}
          y={12 - stroke * 3}
          width="4"
          height={stroke * 3}
          className="mark-fill"
          fillOpacity={stroke <= band.level ? 1 : 0.2}
        />
      ))}
    </g>
  );
}
