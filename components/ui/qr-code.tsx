import { encode } from "uqr";

export type QrCodeProps = {
  /** The address it opens. */
  value: string;
  /** What it opens, for who cannot see it. */
  title: string;
  className?: string | undefined;
};

/** A QR code as one path. Black on white in every scheme: phones do not read it the other way round. */
export function QrCode({ value, title, className }: QrCodeProps) {
  const { data, size } = encode(value, { ecc: "M", border: 4 });
  const dots = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="white" />
      <path d={dots.join("")} fill="black" />
    </svg>
  );
}
