import { useId } from "react";
import { Drawing } from "@/components/charts/drawing";
import { FiguresTable } from "@/components/charts/figures-table";
import { drawTrend, HEIGHT, type Trend, WIDTH } from "@/components/charts/trend-drawing";
import { formatMonth, formatNumber } from "@/lib/format";

export type TrendLineProps = Trend & {
  /** Where the same picture lies as a file. */
  fileHref?: string | undefined;
};

/** A share over the months, with the count behind its last month and all of them as a table. */
export function TrendLine({ fileHref, ...trend }: TrendLineProps) {
  const id = useId();
  const { title, points } = trend;
  const content = drawTrend(trend, id);
  const last = points.at(-1);
  if (!content || !last) {
    return <p className="text-ink-2 text-sm">{title}: no months to show yet.</p>;
  }
  return (
    <figure>
      <figcaption className="mb-1 text-ink-2 text-sm">
        {title}: {formatNumber(last.met)} of {formatNumber(last.of)} in {formatMonth(last.month)}
      </figcaption>
      <Drawing
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className="w-full max-w-learn fill-ink-2 text-[1.125rem] sm:text-[0.875rem]"
        content={content}
      />
      {fileHref ? (
        <p className="mt-1 text-sm print:hidden">
          <a href={fileHref} download>
            Download this chart (SVG)
          </a>
        </p>
      ) : null}
      <FiguresTable
        caption={title}
        heading="Month"
        rows={points.toReversed().map((point) => ({
          key: point.month,
          name: formatMonth(point.month),
          met: point.met,
          of: point.of,
        }))}
      />
    </figure>
  );
}
