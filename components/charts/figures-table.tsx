import { Details } from "@/components/ui/details";
import { formatNumber, formatShare } from "@/lib/format";

export type FigureRow = { key: string; name: string; met: number; of: number };

export type FiguresTableProps = { caption: string; heading: string; rows: FigureRow[] };

const CELL = "border-line border-b py-1.5 pr-4 text-right tabular-nums last:pr-0";

/** The figures a picture was drawn from, folded away below it. */
export function FiguresTable({ caption, heading, rows }: FiguresTableProps) {
  return (
    <div className="mt-2 text-sm">
      <Details summary="The same figures as a table">
        <table className="w-full max-w-read border-collapse">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="text-ink-2">
              <th scope="col" className={`${CELL} text-left font-medium`}>
                {heading}
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                Meet
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                In scope
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                Share
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className={`${CELL} text-left font-normal`}>
                  {row.name}
                </th>
                <td className={CELL}>{formatNumber(row.met)}</td>
                <td className={CELL}>{formatNumber(row.of)}</td>
                <td className={CELL}>{row.of === 0 ? "no data" : formatShare(row.met, row.of)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </div>
  );
}
