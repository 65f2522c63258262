import { ShareBar } from "@/components/charts/share-bar";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { WARD_NOT_KNOWN } from "@/lib/businesses/filters";
import { formatNumber } from "@/lib/format";
import type { WardCount } from "@/lib/wards/queries";

/** The businesses in scope of a ward; an empty one is "not known". */
export function wardHref(borough: string, ward: string, more = ""): string {
  const query = new URLSearchParams({ ward: ward || WARD_NOT_KNOWN });
  return `/${borough}/businesses?${query.toString()}${more}`;
}

/** Every ward with its businesses; "ward not known" is a row like the others. */
export function WardTable({ borough, rows }: { borough: string; rows: WardCount[] }) {
  return (
    <DataTable
      caption="Businesses in scope by ward, and how many meet Prevent this month"
      rows={rows}
      rowKey={(row) => row.ward}
      columns={[
        {
          key: "ward",
          header: "Ward",
          rowHeader: true,
          cell: (row) => (
            <AppLink href={wardHref(borough, row.ward)}>{row.ward || "Ward not known"}</AppLink>
          ),
        },
        {
          key: "postcodes",
          header: "Postcodes",
          numeric: true,
          cell: (row) => (row.ward === "" ? "–" : formatNumber(row.postcodes)),
        },
        {
          key: "inScope",
          header: "In scope",
          numeric: true,
          cell: (row) => formatNumber(row.inScope),
        },
        {
          key: "prevent",
          header: "Meet Prevent",
          numeric: true,
          cell: (row) =>
            row.prevent === 0 ? (
              "0"
            ) : (
              <AppLink href={wardHref(borough, row.ward, "&meets=prevent")}>
                {formatNumber(row.prevent)}
              </AppLink>
            ),
        },
        {
          key: "share",
          header: "Share",
          cell: (row) => <ShareBar met={row.prevent} of={row.inScope} />,
        },
      ]}
    />
  );
}
