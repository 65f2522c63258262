import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag, type TagTone } from "@/components/ui/tag";
import { formatMoment, formatNumber } from "@/lib/format";
import type { ImportRow } from "@/lib/register/queries";

const STATES: Record<ImportRow["state"], { label: string; tone: TagTone }> = {
  previewed: { label: "Waiting for you", tone: "due" },
  confirmed: { label: "Confirmed", tone: "ok" },
  discarded: { label: "Discarded", tone: "off" },
};

/** What the state of an import is called, and its colour. */
export function stateOf(row: ImportRow): { label: string; tone: TagTone } {
  return row.overtaken ? { label: "Out of date", tone: "off" } : STATES[row.state];
}

interface ImportTableProps {
  borough: string;
  rows: ImportRow[];
  /** The plural label of each sector. */
  sectors: Map<string, string>;
}

const count = (key: "read" | "new" | "changed" | "gone" | "refused", header: string) => ({
  key,
  header,
  numeric: true,
  cell: (row: ImportRow) => formatNumber(row[key]),
});

export function ImportTable({ borough, rows, sectors }: ImportTableProps) {
  return (
    <DataTable
      caption="Imports, newest first"
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "file",
          header: "File",
          rowHeader: true,
          cell: (row) => (
            <AppLink href={`/${borough}/register/${row.id}`} className="wrap-break-word">
              {row.fileName}
            </AppLink>
          ),
        },
        {
          key: "sector",
          header: "Sector",
          cell: (row) => sectors.get(row.sector) ?? row.sector,
        },
        {
          key: "when",
          header: "Uploaded",
          cell: (row) => formatMoment(row.createdAt),
        },
        {
          key: "state",
          header: "State",
          cell: (row) => <Tag tone={stateOf(row).tone}>{stateOf(row).label}</Tag>,
        },
        count("read", "Rows read"),
        count("new", "New"),
        count("changed", "Changed"),
        count("gone", "Gone"),
        count("refused", "Refused"),
      ]}
    />
  );
}
