import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { PROVIDER_LABELS } from "@/lib/certificates/equivalent-model";
import type { EquivalentRow } from "@/lib/certificates/equivalent-queries";
import { formatDate, plural } from "@/lib/format";

interface PolicyTableProps {
  rows: EquivalentRow[];
  /** Null for who may not end them. */
  endHref: ((id: string) => string) | null;
}

/** What the borough accepts, and what it did. */
export function PolicyTable({ rows, endHref }: PolicyTableProps) {
  return (
    <DataTable
      caption="What is accepted, and for which course"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "provider",
          header: "Training",
          rowHeader: true,
          cell: (row) => PROVIDER_LABELS[row.provider],
        },
        { key: "course", header: "Stands for", cell: (row) => row.courseTitle },
        {
          key: "months",
          header: "Counts for",
          cell: (row) => plural(row.months, "month", "months"),
        },
        {
          key: "since",
          header: "Accepted",
          cell: (row) =>
            row.endedOn
              ? `${formatDate(row.acceptedOn)} to ${formatDate(row.endedOn)}`
              : `Since ${formatDate(row.acceptedOn)}`,
        },
        ...(endHref
          ? [
              {
                key: "end",
                header: "Change",
                screenOnly: true as const,
                cell: (row: EquivalentRow) =>
                  row.endedOn ? null : <AppLink href={endHref(row.id)}>Accept no more</AppLink>,
              },
            ]
          : []),
      ]}
    />
  );
}
