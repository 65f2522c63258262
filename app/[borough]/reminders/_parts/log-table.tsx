import { DataTable } from "@/components/ui/data-table";
import { formatDate, formatNumber } from "@/lib/format";
import { type LogRow, OUTCOMES } from "@/lib/reminders/log-model";

const WHAT: Record<LogRow["what"], string> = {
  digest: "Weekly e-mail",
  text: "Text about overdue courses",
  action: "Reminder of an action",
};

/** What became of the letters of each week. */
export function LogTable({ rows }: { rows: LogRow[] }) {
  return (
    <DataTable
      caption="Letters by week and what became of them, the newest first"
      hideCaption
      rows={rows}
      rowKey={(row) => `${row.weekOn} ${row.what}`}
      columns={[
        {
          key: "week",
          header: "Week of",
          rowHeader: true,
          cell: (row) => formatDate(row.weekOn),
        },
        { key: "what", header: "Letter", cell: (row) => WHAT[row.what] },
        ...OUTCOMES.map(({ state, label }) => ({
          key: state,
          header: label,
          numeric: true,
          cell: (row: LogRow) => formatNumber(row.counts[state] ?? 0),
        })),
      ]}
    />
  );
}
