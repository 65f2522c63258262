import { DataTable } from "@/components/ui/data-table";
import { LOOKED_AT, type PlaceCell, shareIn } from "@/lib/coverage/history-model";
import { formatNumber, formatShare } from "@/lib/format";

interface MeasureTableProps {
  caption: string;
  month: string;
  signed: readonly PlaceCell[];
  /** Beside them, the same month as it reads now. */
  now?: readonly PlaceCell[] | undefined;
}

/** Every count of a month over the whole borough, as signed and, beside it, as it reads today. */
export function MeasureTable({ caption, month, signed, now }: MeasureTableProps) {
  const rows = LOOKED_AT.map(({ id, label }) => ({
    id,
    label,
    signed: shareIn(signed, id, month),
    now: now ? shareIn(now, id, month) : null,
  }));
  type Row = (typeof rows)[number];
  const share = ({ met, of }: { met: number; of: number }) =>
    `${formatNumber(met)} of ${formatNumber(of)}`;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "count", header: "Count", rowHeader: true, cell: (row: Row) => row.label },
        {
          key: "signed",
          header: now ? "As signed" : "Businesses",
          numeric: true,
          cell: (row: Row) => share(row.signed),
        },
        {
          key: "share",
          header: "Share",
          numeric: true,
          cell: (row: Row) => formatShare(row.signed.met, row.signed.of),
        },
        ...(now
          ? [
              {
                key: "now",
                header: "Same month today",
                numeric: true,
                cell: (row: Row) => {
                  if (!row.now) return "–";
                  const same = row.now.met === row.signed.met && row.now.of === row.signed.of;
                  return same ? "no change" : <strong>{share(row.now)}</strong>;
                },
              },
            ]
          : []),
      ]}
    />
  );
}
