import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { formatNumber } from "@/lib/format";
import type { PlacedBusiness, RefusedRow, StagedWard } from "@/lib/wards/queries";

const NOT_KNOWN = "Not known";

/** Businesses whose ward changes, or that are in no row of the list. */
export function PlacedTable({ borough, rows }: { borough: string; rows: PlacedBusiness[] }) {
  return (
    <DataTable
      caption="Businesses by name, with their ward now and by this list"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          header: "Business",
          rowHeader: true,
          cell: (row) => <AppLink href={`/${borough}/businesses/${row.id}`}>{row.name}</AppLink>,
        },
        { key: "postcode", header: "Postcode", cell: (row) => row.postcode },
        { key: "before", header: "Ward now", cell: (row) => row.before ?? NOT_KNOWN },
        { key: "after", header: "Ward by this list", cell: (row) => row.after ?? NOT_KNOWN },
      ]}
    />
  );
}

export function RefusedTable({ rows }: { rows: RefusedRow[] }) {
  return (
    <DataTable
      caption="Rows that cannot be taken, with their line in the file"
      rows={rows}
      rowKey={(row) => String(row.line)}
      columns={[
        {
          key: "line",
          header: "Line",
          rowHeader: true,
          cell: (row) => formatNumber(row.line),
        },
        { key: "postcode", header: "Postcode", cell: (row) => row.postcode ?? "–" },
        { key: "ward", header: "Ward", cell: (row) => row.ward ?? "–" },
        { key: "reason", header: "Why, and how to mend it", cell: (row) => row.reason },
      ]}
    />
  );
}

export function StagedWardTable({ rows }: { rows: StagedWard[] }) {
  return (
    <DataTable
      caption="The wards of this list, with their postcodes"
      rows={rows}
      rowKey={(row) => row.ward}
      columns={[
        { key: "ward", header: "Ward", rowHeader: true, cell: (row) => row.ward },
        {
          key: "postcodes",
          header: "Postcodes",
          numeric: true,
          cell: (row) => formatNumber(row.postcodes),
        },
      ]}
    />
  );
}
