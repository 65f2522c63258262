import { DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/lib/format";
import type { Outcome } from "@/lib/register/model";
import type { StagedRow } from "@/lib/register/queries";

const CAPTIONS: Record<Outcome, string> = {
  new: "Rows that were not on the register before",
  changed: "Rows that differ from the last import",
  gone: "Entries of an earlier import that are not in this file",
  refused: "Rows that cannot be taken, with their line in the file",
  unchanged: "Rows that say what the last import said",
};

const REASONS: Record<Outcome, string> = {
  new: "Note",
  changed: "What changed",
  gone: "What happens",
  refused: "Why, and how to mend it",
  unchanged: "Note",
};

export function StagedTable({ outcome, rows }: { outcome: Outcome; rows: StagedRow[] }) {
  const line = {
    key: "line",
    header: "Line",
    numeric: true,
    cell: (row: StagedRow) => (row.line === null ? "–" : formatNumber(row.line)),
  };
  const reason = {
    key: "reason",
    header: REASONS[outcome],
    cell: (row: StagedRow) => row.reason ?? "",
  };
  return (
    <DataTable
      caption={CAPTIONS[outcome]}
      rows={rows}
      rowKey={(row) => String(row.position)}
      columns={[
        {
          key: "name",
          header: "Business",
          rowHeader: true,
          cell: (row) => (
            <span className="font-semibold wrap-anywhere">{row.name ?? "No name"}</span>
          ),
        },
        ...(outcome === "gone" ? [] : [line]),
        {
          key: "id",
          header: "Id",
          cell: (row) => <span className="wrap-break-word">{row.sourceId ?? "–"}</span>,
        },
        {
          key: "address",
          header: "Address",
          cell: (row) => [row.address, row.postcode].filter(Boolean).join(", ") || "–",
        },
        ...(outcome === "unchanged" || rows.every((row) => row.reason === null) ? [] : [reason]),
      ]}
    />
  );
}
