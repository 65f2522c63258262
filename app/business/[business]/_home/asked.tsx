import { DataTable } from "@/components/ui/data-table";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { AssignmentState } from "@/lib/assignments/model";
import type { AssignmentRow } from "@/lib/assignments/queries";
import { formatDate, formatNumber } from "@/lib/format";

const STATES: Record<AssignmentState, { label: string; tone: TagTone }> = {
  met: { label: "Done", tone: "ok" },
  open: { label: "To do", tone: "due" },
  overdue: { label: "Overdue", tone: "late" },
};

/** The courses the borough asks this business to complete, and by when. */
export function Asked({ rows }: { rows: AssignmentRow[] }) {
  return (
    <DataTable
      caption="Courses your borough asks you to complete"
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "course", header: "Course", rowHeader: true, cell: (row) => row.courseTitle },
        { key: "due", header: "Due by", cell: (row) => formatDate(row.dueOn) },
        { key: "passed", header: "Passed", cell: (row) => passed(row) },
        {
          key: "state",
          header: "State",
          cell: (row) => <Tag tone={STATES[row.state].tone}>{STATES[row.state].label}</Tag>,
        },
      ]}
    />
  );
}

function passed(row: AssignmentRow): string {
  const whole = Math.max(row.headcount ?? 0, row.listed);
  return `${formatNumber(row.completed)} of ${formatNumber(whole)}`;
}
