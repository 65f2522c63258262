import { EmptyState } from "@/components/layout/empty-state";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/format";
import { SESSION_STATE_LABELS } from "@/lib/group-sessions/model";
import type { SessionRow } from "@/lib/group-sessions/queries";

const TONES = {
  coming: "due",
  today: "due",
  to_enter: "late",
  ended: "ok",
  called_off: "off",
} as const;

export const SessionTag = ({ state }: Pick<SessionRow, "state">) => (
  <Tag tone={TONES[state]}>{SESSION_STATE_LABELS[state]}</Tag>
);

/** A business's group sessions, for its manager and for the borough alike. */
export function SessionTable({ base, rows }: { base: string; rows: SessionRow[] }) {
  const plan = <LinkButton href={`${base}/plan`}>Plan a session</LinkButton>;
  if (rows.length === 0) {
    return (
      <EmptyState title="No group session yet" action={plan}>
        Take a course together, at a staff meeting or on a visit: somebody leads it, and each person
        answers a short check afterwards, on their phone or on paper.
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable
        caption="Group sessions, the newest first"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "course",
            header: "Course",
            rowHeader: true,
            cell: (row) => <AppLink href={`${base}/${row.id}`}>{row.course}</AppLink>,
          },
          { key: "day", header: "Day", cell: (row) => formatDate(row.heldOn) },
          { key: "there", header: "Were there", numeric: true, cell: (row) => row.attended },
          { key: "passed", header: "Passed", numeric: true, cell: (row) => row.passed },
          { key: "state", header: "State", cell: (row) => <SessionTag state={row.state} /> },
        ]}
      />
      <p className="mt-5">{plan}</p>
    </>
  );
}
