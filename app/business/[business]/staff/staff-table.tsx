import { type Column, DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatDate } from "@/lib/format";
import { heldState, STAFF_STATE_LABELS, type StaffState } from "@/lib/people/model";
import type { HeldCertificate, StaffRow } from "@/lib/people/queries";

interface StaffTableProps {
  home: string;
  state: StaffState;
  rows: StaffRow[];
  courses: { courseSlug: string; title: string }[];
  today: string;
  /** A certificate that lapses until then is worth a reminder. */
  soon: string;
}

export function StaffTable(props: StaffTableProps) {
  const { state, rows, courses, today, soon } = props;
  const columns: Column<StaffRow>[] = [
    { key: "name", header: "Name", rowHeader: true, cell: (row) => nameCell(row, props.home) },
    ...courses.map((course) => ({
      key: course.courseSlug,
      header: course.title,
      cell: (row: StaffRow) => (
        <Passed
          held={row.held.find((each) => each.courseSlug === course.courseSlug)}
          today={today}
          soon={soon}
        />
      ),
    })),
    dateColumn(state),
  ];
  if (state !== "waiting") {
    const cell = state === "working" ? changeCell : returnCell;
    columns.push({
      key: "change",
      header: "Change",
      screenOnly: true,
      cell: (row) => cell(row, props.home),
    });
  }
  return (
    <DataTable
      caption={STAFF_STATE_LABELS[state]}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

function nameCell(row: StaffRow, home: string) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span className="font-semibold">
        {row.leftOn === null ? (
          <AppLink href={`${home}/staff/${row.id}`}>{row.name}</AppLink>
        ) : (
          row.name
        )}
      </span>
      {row.isManager ? <Tag>Manager</Tag> : null}
      {row.hasNamesake ? (
        <AppLink href={`${home}/staff/${row.id}/merge`} className="text-sm">
          Twice on the list?<VisuallyHidden> {row.name}</VisuallyHidden>
        </AppLink>
      ) : null}
      {row.employedByAgency ? <Tag tone="off">Agency</Tag> : null}
    </span>
  );
}

function dateColumn(state: StaffState): Column<StaffRow> {
  if (state === "left") {
    return {
      key: "left",
      header: "Left",
      cell: (row) => {
        if (row.isMerged) return "The same person as another entry";
        return row.confirmedOn ? formatDate(row.leftOn ?? "") : "Removed: not one of ours";
      },
    };
  }
  return {
    key: "date",
    header: state === "working" ? "Confirmed" : "Joined",
    cell: (row) => formatDate(row.confirmedOn ?? row.joinedOn),
  };
}

function changeCell(row: StaffRow, home: string) {
  if (row.isManager) return <span className="text-ink-2">Ask your borough</span>;
  return (
    <span className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      <AppLink href={`${home}/staff/${row.id}/pin`} className="inline-block py-1">
        New PIN<VisuallyHidden> for {row.name}</VisuallyHidden>
      </AppLink>
      <AppLink href={`${home}/staff/${row.id}/leaving`} className="inline-block py-1">
        Record leaving<VisuallyHidden> of {row.name}</VisuallyHidden>
      </AppLink>
    </span>
  );
}

/** Who was never confirmed joins again with the code, and a manager by a new invitation. */
function returnCell(row: StaffRow, home: string) {
  if (row.isManager) return <span className="text-ink-2">Ask your borough</span>;
  if (row.confirmedOn === null || row.isMerged) return null;
  return (
    <AppLink href={`${home}/staff/${row.id}/return`} className="inline-block py-1 text-sm">
      Bring back<VisuallyHidden> {row.name}</VisuallyHidden>
    </AppLink>
  );
}

interface PassedProps {
  held: HeldCertificate | undefined;
  today: string;
  soon: string;
}

/** A pass and until when it counts; nothing about tries that did not pass. */
function Passed({ held, today, soon }: PassedProps) {
  if (!held) return <Tag tone="off">Not passed yet</Tag>;
  const state = heldState(held.expiresOn, today, soon);
  const until = formatDate(held.expiresOn);
  return (
    <div>
      {state === "current" ? <Tag tone="ok">{held.evidence ? "Accepted" : "Passed"}</Tag> : null}
      {state === "lapsing" ? <Tag tone="due">Renew now</Tag> : null}
      {state === "lapsed" ? <Tag tone="late">Lapsed</Tag> : null}
      <span className="mt-1 block text-ink-2 text-sm">
        {state === "lapsed"
          ? `on ${until}`
          : held.evidence
            ? `from elsewhere, ${held.evidence}, counts until ${until}`
            : `on ${formatDate(held.issuedOn)}, counts until ${until}`}
      </span>
    </div>
  );
}
