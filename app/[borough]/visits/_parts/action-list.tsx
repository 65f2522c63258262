import { randomUUID } from "node:crypto";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/format";
import { actionLabel } from "@/lib/visits/model";
import type { ActionRow } from "@/lib/visits/outcome-queries";
import { finishActionAction } from "../actions";

interface ActionListProps {
  borough: string;
  actions: ActionRow[];
  today: string;
  from: "visit" | "business";
}

/** What was agreed, who does it and by when; an officer marks it done. */
export function ActionList({ borough, actions, today, from }: ActionListProps) {
  return (
    <DataTable
      caption="Agreed actions, the open ones first"
      hideCaption
      rows={actions}
      rowKey={(row) => row.id}
      columns={[
        { key: "what", header: "What", rowHeader: true, cell: (row) => actionLabel(row.code) },
        {
          key: "who",
          header: "Who",
          cell: (row) => (row.owner === "business" ? "The business" : "The borough"),
        },
        { key: "due", header: "Due", cell: (row) => formatDate(row.dueOn) },
        {
          key: "state",
          header: "State",
          cell: (row) =>
            row.doneOn ? (
              <span>
                <Tag tone="ok">Done</Tag>
                <span className="mt-1 block text-ink-2 text-sm">{formatDate(row.doneOn)}</span>
              </span>
            ) : (
              <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
                {row.dueOn < today ? <Tag tone="late">Overdue</Tag> : <Tag tone="due">Open</Tag>}
                <ConfirmForm
                  action={finishActionAction.bind(null, borough, row.id, from)}
                  idempotencyKey={randomUUID()}
                  button="Mark as done"
                  variant="ghost"
                />
              </span>
            ),
        },
      ]}
    />
  );
}
