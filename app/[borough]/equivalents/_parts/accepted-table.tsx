import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { PROVIDER_LABELS } from "@/lib/certificates/equivalent-model";
import type { AcceptedRow } from "@/lib/certificates/equivalent-queries";
import { formatDate } from "@/lib/format";

/** What managers recorded, by its number: no name stands here. */
export function AcceptedTable({ borough, rows }: { borough: string; rows: AcceptedRow[] }) {
  return (
    <DataTable
      caption="Training elsewhere that counts today"
      hideCaption
      rows={rows}
      rowKey={(row) => row.certificateId}
      columns={[
        {
          key: "number",
          header: "Number",
          rowHeader: true,
          cell: (row) => (
            <AppLink href={`/${borough}/certificates/${row.certificateId}`}>{row.evidence}</AppLink>
          ),
        },
        { key: "training", header: "Training", cell: (row) => PROVIDER_LABELS[row.provider] },
        { key: "course", header: "Stands for", cell: (row) => row.courseTitle },
        {
          key: "business",
          header: "Business",
          cell: (row) => (
            <AppLink href={`/${borough}/businesses/${row.businessId}`}>{row.businessName}</AppLink>
          ),
        },
        { key: "taken", header: "Taken", cell: (row) => formatDate(row.takenOn) },
        { key: "until", header: "Counts until", cell: (row) => formatDate(row.expiresOn) },
      ]}
    />
  );
}
