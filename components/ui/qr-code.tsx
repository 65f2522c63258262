import { encode } from "uqr";

export type QrCodeProps = {
  /** What a camera reads: an address. */
  text: string;
  /** What it is, for who cannot see it. */
  title: string;
  size?: "medium" | "large" | undefined;
};

/** Each row's dark runs as one path: a few kilobytes instead of an element a square. */
function darkPath(rows: readonly boolean[][]): string {
  return rows
    .flatMap((row, y) =>
      row.map((dark, x) => {
        if (!dark || row[x - 1]) return "";
        const end = row.indexOf(false, x);
        return `M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`;
      }),
    )
    .join("");
}

/** A QR code as SVG. It stays dark on light in the dark scheme: cameras want it so. */
export function QrCode({ text, title, size = "medium" }: QrCodeProps) {
  const code = encode(text, { ecc: "M", border: 4 });
  return (
    <svg
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
      className={size === "large" ? "h-auto w-full max-w-80" : "size-44 flex-none"}
    >
      <rect width={code.size} height={code.size} className="fill-on-navy" />
      <path d={darkPath(code.data)} className="fill-navy" />
    </svg>
  );
}
