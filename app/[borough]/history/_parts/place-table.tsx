import { ShareBar } from "@/components/charts/share-bar";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { type PlaceCell, shareIn } from "@/lib/coverage/history-model";
import type { Aim, Counted, Share } from "@/lib/coverage/model";
import { formatNumber } from "@/lib/format";

export interface PlaceRow extends Share {
  key: string;
  name: string;
  /** The same history of this place alone. */
  href: string;
}

interface PlaceTableProps {
  caption: string;
  heading: string;
  aim: Aim;
  rows: PlaceRow[];
}

/** One count place by place, in one month. */
export function PlaceTable({ caption, heading, aim, rows }: PlaceTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "place",
          header: heading,
          rowHeader: true,
          cell: (row) => <AppLink href={row.href}>{row.name}</AppLink>,
        },
        { key: "met", header: "Meet", numeric: true, cell: (row) => formatNumber(row.met) },
        { key: "of", header: "Of", numeric: true, cell: (row) => formatNumber(row.of) },
        {
          key: "share",
          header: "Share",
          cell: (row) => <ShareBar met={row.met} of={row.of} aim={aim} />,
        },
      ]}
    />
  );
}

/** A row for each place, left out where nothing was in scope in that month. */
export function placeRows(
  cells: readonly PlaceCell[],
  measure: Counted,
  month: string,
  places: readonly { key: string; name: string; sector?: string; ward?: string; href: string }[],
): PlaceRow[] {
  return places
    .map(({ key, name, href, ...place }) => ({
      key,
      name,
      href,
      ...shareIn(cells, measure, month, place),
    }))
    .filter((row) => row.of > 0);
}
