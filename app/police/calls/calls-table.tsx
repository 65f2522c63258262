import { DataTable } from "@/components/ui/data-table";
import { quarterLabel, type ShownCalls } from "@/lib/aims/call-model";
import type { AreaQuarter } from "@/lib/aims/police-queries";
import type { BoroughRow } from "@/lib/boroughs/queries";
import { callsText, totalText } from "../_coverage/calls-text";

type CallsTableProps = { area: string; quarters: AreaQuarter<BoroughRow>[] };

const figure = (shown: ShownCalls) => (
  <span className={typeof shown === "number" ? "" : "text-ink-2 text-sm"}>{callsText(shown)}</span>
);

/** One police area: a row a quarter, the newest first; a column a borough, and all of them. */
export function CallsTable({ area, quarters }: CallsTableProps) {
  const boroughs = quarters[0]?.boroughs ?? [];
  return (
    <DataTable
      caption={`${area}: calls a quarter`}
      rowKey={(row) => row.quarter}
      rows={quarters.toSorted((a, b) => b.quarter.localeCompare(a.quarter))}
      columns={[
        {
          key: "quarter",
          header: "Quarter",
          rowHeader: true,
          cell: (row) => quarterLabel(row.quarter),
        },
        ...boroughs.map((borough, i) => ({
          key: borough.code,
          header: borough.name,
          numeric: true,
          cell: (row: AreaQuarter<BoroughRow>) => figure(row.cells[i] ?? "none"),
        })),
        {
          key: "total",
          header: `All of ${area}`,
          numeric: true,
          cell: (row) => <b className="font-semibold">{totalText(row.total, row.partial)}</b>,
        },
      ]}
    />
  );
}
