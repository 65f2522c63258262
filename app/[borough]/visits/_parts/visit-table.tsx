import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { daysBetween } from "@/lib/dates";
import { formatDate, plural } from "@/lib/format";
import { VISIT_OUTCOME_LABELS } from "@/lib/visits/model";
import type { VisitRow, VisitView } from "@/lib/visits/queries";
import { VisitStateTag } from "./visit-tag";

interface VisitTableProps {
  borough: string;
  view: VisitView;
  rows: VisitRow[];
  today: string;
  /** Names of the team by user id. */
  names: ReadonlyMap<string, string>;
}

/** Visits of one view: those to come with who goes, those made with what came of them. */
export function VisitTable({ borough, view, rows, today, names }: VisitTableProps) {
  const who = {
    key: "who",
    header: "Who goes",
    cell: (row: VisitRow) => nameOf(names, row.assignedTo),
  };
  const outcome = {
    key: "outcome",
    header: "What came of it",
    cell: (row: VisitRow) => (row.outcome ? VISIT_OUTCOME_LABELS[row.outcome] : "–"),
  };
  return (
    <DataTable
      caption={view === "done" ? "Visits, the newest first" : "Visits by date"}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "business",
          header: "Business",
          rowHeader: true,
          cell: (row) => (
            <div>
              <AppLink href={`/${borough}/visits/${row.id}`} className="font-semibold">
                {row.businessName}
              </AppLink>
              <span className="block text-ink-2 text-sm">
                {row.ward ?? "Ward not known"}, {row.postcode}
              </span>
            </div>
          ),
        },
        {
          key: "date",
          header: view === "done" ? "Visited" : "Planned for",
          cell: (row) => <VisitDay row={row} today={today} />,
        },
        view === "done" ? outcome : who,
        view === "done"
          ? { key: "actions", header: "Agreed, not done", cell: (row) => <OpenActions row={row} /> }
          : {
              key: "state",
              header: "State",
              cell: (row) => <VisitStateTag visit={row} today={today} />,
            },
      ]}
    />
  );
}

function VisitDay({ row, today }: { row: VisitRow; today: string }) {
  if (row.visitedOn) return <>{formatDate(row.visitedOn)}</>;
  const late = daysBetween(row.plannedOn, today);
  return (
    <div>
      {formatDate(row.plannedOn)}
      {late > 0 ? (
        <span className="block text-ink-2 text-sm">{plural(late, "day", "days")} ago</span>
      ) : null}
    </div>
  );
}

function OpenActions({ row }: { row: VisitRow }) {
  if (row.openActions === 0) return <>–</>;
  if (row.lateActions === 0) return <>{plural(row.openActions, "action", "actions")}</>;
  return (
    <Tag tone="late">
      {row.lateActions} of {row.openActions} overdue
    </Tag>
  );
}

/** A colleague's name; one who has left the team has none here any more. */
export function nameOf(names: ReadonlyMap<string, string>, userId: string | null): string {
  if (userId === null) return "Nobody yet";
  return names.get(userId) ?? "A former colleague";
}
