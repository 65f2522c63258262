import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatDate } from "@/lib/format";
import type { RollRow } from "@/lib/people/roll-queries";

/** Everybody on one page, so that it is looked through from the first to the last. */
export function RollTable({ home, people }: { home: string; people: RollRow[] }) {
  return (
    <DataTable
      caption="Who works here"
      hideCaption
      rows={people}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          header: "Name",
          rowHeader: true,
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="font-semibold">{row.name}</span>
              {row.isManager ? <Tag>Manager</Tag> : null}
              {row.employedByAgency ? <Tag tone="off">Agency</Tag> : null}
            </span>
          ),
        },
        { key: "since", header: "Here since", cell: (row) => formatDate(row.confirmedOn) },
        {
          key: "change",
          header: "No longer here",
          screenOnly: true,
          cell: (row) =>
            row.isManager ? (
              <span className="text-ink-2">Ask your borough</span>
            ) : (
              <AppLink
                href={`${home}/staff/${row.id}/leaving`}
                className="inline-block py-1 text-sm"
              >
                Record leaving<VisuallyHidden> of {row.name}</VisuallyHidden>
              </AppLink>
            ),
        },
      ]}
    />
  );
}
