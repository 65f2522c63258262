import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { FOLLOW_UPS, type FollowUpId } from "@/lib/businesses/follow-up-kinds";
import type { WeekRow } from "@/lib/coverage/week-queries";
import { formatDate } from "@/lib/format";

interface WeekTableProps {
  borough: string;
  rows: WeekRow[];
  names: ReadonlyMap<string, string>;
  today: string;
}

const kindOf = (id: FollowUpId) => FOLLOW_UPS.find((kind) => kind.id === id);

/** One line a thing to see to: why it is there, since when, whose it is, and where it is done. */
export function WeekTable({ borough, rows, names, today }: WeekTableProps) {
  const place = (row: WeekRow) =>
    `/${borough}/businesses/${row.businessId}${kindOf(row.kind)?.page ?? ""}`;
  return (
    <DataTable
      caption="What there is to see to, the longest waiting first"
      hideCaption
      rows={rows}
      rowKey={(row) => `${row.businessId}|${row.kind}|${row.fromOn}`}
      columns={[
        {
          key: "choose",
          header: "Tick",
          cell: (row) => (
            <input
              type="checkbox"
              name="chosen[]"
              value={`${row.businessId}|${row.kind}`}
              aria-label={`${row.name}: ${kindOf(row.kind)?.label ?? row.kind}`}
              className="size-6"
            />
          ),
        },
        {
          key: "business",
          header: "Business",
          rowHeader: true,
          cell: (row) => (
            <span>
              <AppLink href={`/${borough}/businesses/${row.businessId}`}>{row.name}</AppLink>
              <span className="block text-ink-2 text-sm">{row.postcode}</span>
            </span>
          ),
        },
        {
          key: "why",
          header: "Why it is here",
          cell: (row) => (
            <span>
              {kindOf(row.kind)?.reason ?? row.kind}
              {row.number > 1 ? ` (${row.number})` : ""}
            </span>
          ),
        },
        {
          key: "since",
          header: "Since",
          cell: (row) => (
            <span>
              {row.fromOn > today ? <Tag tone="due">from {formatDate(row.fromOn)}</Tag> : null}
              {row.fromOn > today ? null : formatDate(row.fromOn)}
            </span>
          ),
        },
        {
          key: "owner",
          header: "Whose",
          cell: (row) =>
            row.ownerId ? (names.get(row.ownerId) ?? "Somebody who left") : "Nobody’s",
        },
        {
          key: "do",
          header: "Do it",
          cell: (row) => (
            <AppLink href={place(row)} aria-label={`Open ${row.name}: ${kindOf(row.kind)?.label}`}>
              Open
            </AppLink>
          ),
        },
      ]}
    />
  );
}
