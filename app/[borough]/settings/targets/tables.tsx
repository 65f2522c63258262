import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { holdsNow, TARGETED } from "@/lib/aims/model";
import type { TargetRow } from "@/lib/aims/settings-queries";
import { formatMonth } from "@/lib/format";

interface Dated {
  fromOn: string;
  isNow: boolean;
}

const when = [
  { key: "from", header: "From", cell: (row: Dated) => formatMonth(row.fromOn) },
  {
    key: "state",
    header: "State",
    cell: (row: Dated & { today: string }) =>
      row.isNow ? (
        <Tag tone="ok">Holds now</Tag>
      ) : row.fromOn > row.today ? (
        <Tag tone="due">To come</Tag>
      ) : (
        <Tag tone="off">Replaced</Tag>
      ),
  },
];

/** Every target that was set: what holds now, what is to come and what was replaced. */
export function TargetTable({ rows, today }: { rows: TargetRow[]; today: string }) {
  if (rows.length === 0) return <p>No target is set yet.</p>;
  const ordered = TARGETED.flatMap(({ counted, label }) => {
    const own = rows.filter((row) => row.counted === counted);
    const now = holdsNow(own, today);
    return own.map((row, i) => ({
      ...row,
      label,
      today,
      isNow: row === now,
      key: `${counted}${i}`,
    }));
  });
  return (
    <DataTable
      caption="Targets, by aim and measure"
      hideCaption
      rows={ordered}
      rowKey={(row) => row.key}
      columns={[
        { key: "what", header: "Target for", rowHeader: true, cell: (row) => row.label },
        { key: "share", header: "Share", numeric: true, cell: (row) => `${row.share}%` },
        ...when,
      ]}
    />
  );
}

interface ThresholdTableProps {
  rows: { trainedShare: number; fromOn: string }[];
  today: string;
}

/** Every share that was set, the newest month first. */
export function ThresholdTable({ rows, today }: ThresholdTableProps) {
  if (rows.length === 0) return null;
  const now = holdsNow(rows, today);
  return (
    <DataTable
      caption="Shares that must be trained, the newest first"
      hideCaption
      rows={rows.map((row, i) => ({ ...row, today, isNow: row === now, key: String(i) }))}
      rowKey={(row) => row.key}
      columns={[
        { key: "share", header: "Share", rowHeader: true, cell: (row) => `${row.trainedShare}%` },
        ...when,
      ]}
    />
  );
}
