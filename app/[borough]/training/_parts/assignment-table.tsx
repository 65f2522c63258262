import { EmptyState } from "@/components/layout/empty-state";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { completedText } from "@/lib/assignments/model";
import type { AssignmentRow } from "@/lib/assignments/queries";
import { daysBetween } from "@/lib/dates";
import { formatDate, plural } from "@/lib/format";
import { AssignmentTag } from "./assignment-tag";

interface AssignmentTableProps {
  borough: string;
  rows: AssignmentRow[];
  today: string;
}

/** Who is asked for what and by when, the first due first. */
export function AssignmentTable({ borough, rows, today }: AssignmentTableProps) {
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing matches these filters">
        <p>Take a filter away to see more.</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Training by due date"
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "business",
          header: "Business",
          rowHeader: true,
          cell: (row) => (
            <AppLink href={`/${borough}/businesses/${row.businessId}`} className="font-semibold">
              {row.businessName}
            </AppLink>
          ),
        },
        { key: "course", header: "Course", cell: (row) => row.courseTitle },
        {
          key: "due",
          header: "Due",
          cell: (row) => (
            <div>
              {formatDate(row.dueOn)}
              {row.state === "overdue" ? (
                <span className="block text-ink-2 text-sm">
                  {plural(daysBetween(row.dueOn, today), "day", "days")} ago
                </span>
              ) : null}
            </div>
          ),
        },
        { key: "done", header: "Completed", cell: completedText },
        { key: "state", header: "State", cell: (row) => <AssignmentTag state={row.state} /> },
      ]}
    />
  );
}
