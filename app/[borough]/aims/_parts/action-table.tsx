import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { formatDate } from "@/lib/format";
import { ActionTag } from "./action-tag";
import type { NamedAction } from "./open";

interface ActionTableProps {
  path: string;
  caption: string;
  rows: NamedAction[];
  today: string;
}

/** Actions still to be done, the first due first. */
export function OpenActions({ path, caption, rows, today }: ActionTableProps) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "what",
          header: "Action",
          rowHeader: true,
          cell: (row) => (
            <AppLink href={`${path}/${row.id}`} className="font-semibold">
              {row.called}
            </AppLink>
          ),
        },
        { key: "due", header: "Due", cell: (row) => formatDate(row.dueOn) },
        { key: "owner", header: "Owner", cell: (row) => row.owner },
        { key: "state", header: "State", cell: (row) => <ActionTag action={row} today={today} /> },
      ]}
    />
  );
}

/** What was done, the newest first. */
export function DoneActions({ path, caption, rows }: Omit<ActionTableProps, "today">) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "what",
          header: "Action",
          rowHeader: true,
          cell: (row) => <AppLink href={`${path}/${row.id}`}>{row.called}</AppLink>,
        },
        {
          key: "done",
          header: "Done",
          cell: (row) => (row.doneOn === null ? "–" : formatDate(row.doneOn)),
        },
        {
          key: "until",
          header: "Counts until",
          cell: (row) => (row.holdsUntil === null ? "–" : formatDate(row.holdsUntil)),
        },
        { key: "evidence", header: "Evidence", cell: (row) => row.evidence ?? "–" },
        { key: "owner", header: "Owner", cell: (row) => row.owner },
      ]}
    />
  );
}
