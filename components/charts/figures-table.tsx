import { FiguresMarkup } from "@/components/charts/drawing";
import { Details } from "@/components/ui/details";
import { formatNumber, formatShare } from "@/lib/format";
import { markup } from "@/lib/markup";

export type FigureRow = { key: string; name: string; met: number; of: number };

export type FiguresTableProps = { caption: string; heading: string; rows: FigureRow[] };

/** The figures a picture was drawn from, folded away below it. */
export function FiguresTable({ caption, heading, rows }: FiguresTableProps) {
  const columns = [heading, "Meet", "In scope", "Share"];
  const content = markup`
    <caption class="sr-only">${caption}</caption>
    <thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ({ name, met, of }) => markup`
        <tr><th scope="row">${name}</th><td>${formatNumber(met)}</td><td>${formatNumber(of)}</td>
        <td>${of === 0 ? "no data" : formatShare(met, of)}</td></tr>`,
    )}</tbody>`;
  return (
    <div className="mt-2 text-sm">
      <Details summary="The same figures as a table">
        <FiguresMarkup className="figures" content={content} />
      </Details>
    </div>
  );
}
