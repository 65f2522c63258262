import { ShareBar } from "@/components/charts/share-bar";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatNumber } from "@/lib/format";

export interface BoroughShare {
  code: string;
  name: string;
  policeArea: string;
  met: number;
  of: number;
  own: boolean;
}

/** Boroughs side by side on one definition; the reader's own open to their businesses. */
export function CoverageTable({
  caption,
  rows,
  query,
}: {
  caption: string;
  rows: BoroughShare[];
  query: string;
}) {
  return (
    <DataTable
      caption={caption}
      rowKey={(row) => row.code}
      rows={rows}
      columns={[
        {
          key: "borough",
          header: "Borough",
          rowHeader: true,
          cell: (row) =>
            row.own ? (
              <AppLink href={`/police/boroughs/${row.code}?${query}`}>{row.name}</AppLink>
            ) : (
              row.name
            ),
        },
        { key: "area", header: "Police area", cell: (row) => row.policeArea },
        {
          key: "met",
          header: "Meet",
          numeric: true,
          cell: (row) => (row.of === 0 ? "–" : formatNumber(row.met)),
        },
        {
          key: "of",
          header: "In scope",
          numeric: true,
          cell: (row) => (row.of === 0 ? "–" : formatNumber(row.of)),
        },
        {
          key: "share",
          header: "Share",
          cell: (row) =>
            row.of === 0 ? (
              <Tag tone="off">No data yet</Tag>
            ) : (
              <ShareBar met={row.met} of={row.of} />
            ),
        },
      ]}
    />
  );
}
