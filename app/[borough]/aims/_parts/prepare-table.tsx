import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { BOROUGH_MEASURE_WORDS, type BoroughMeasure } from "@/lib/aims/model";
import { addDays } from "@/lib/dates";
import { formatDate } from "@/lib/format";
import type { NamedAction } from "./open";

export interface PrepareRow {
  measure: BoroughMeasure;
  /** Null while it is not met; until before which month it is. */
  met: { metUntil: string | null } | null;
  now: ReactNode;
  evidence: string | null;
  next: NamedAction | undefined;
  /** Where to plan the next one; absent for who may not. */
  planHref: string | undefined;
}

interface PrepareTableProps {
  path: string;
  caption: string;
  rows: PrepareRow[];
}

/** What the borough must have in place, a row each: met until when, by what, and what comes next. */
export function PrepareTable({ path, caption, rows }: PrepareTableProps) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={(row) => row.measure}
      columns={[
        {
          key: "what",
          header: "What",
          rowHeader: true,
          cell: ({ measure }) => (
            <div className="max-w-72">
              <span className="font-semibold">{BOROUGH_MEASURE_WORDS[measure].label}</span>
              <span className="block text-ink-2 text-sm">
                {BOROUGH_MEASURE_WORDS[measure].definition}
              </span>
            </div>
          ),
        },
        { key: "state", header: "State", cell: ({ met }) => <MetTag met={met} /> },
        {
          key: "now",
          header: "In place",
          cell: ({ now, evidence }) => (
            <div>
              {now}
              {evidence ? (
                <span className="block text-ink-2 text-sm">Evidence: {evidence}</span>
              ) : null}
            </div>
          ),
        },
        {
          key: "next",
          header: "Next",
          cell: ({ next, planHref, measure }) =>
            next ? (
              <div>
                <AppLink href={`${path}/${next.id}`}>Due {formatDate(next.dueOn)}</AppLink>
                <span className="block text-ink-2 text-sm">{next.owner}</span>
              </div>
            ) : planHref ? (
              <AppLink href={planHref} aria-label={`Plan: ${BOROUGH_MEASURE_WORDS[measure].label}`}>
                Plan
              </AppLink>
            ) : (
              <span className="text-ink-2">
                {measure === "call_handlers" ? "Police confirm it" : "Nothing planned"}
              </span>
            ),
        },
      ]}
    />
  );
}

function MetTag({ met }: { met: PrepareRow["met"] }) {
  if (met === null) return <Tag tone="late">Not met</Tag>;
  return (
    <Tag tone="ok">
      {met.metUntil === null ? "Met" : `Met until ${formatDate(addDays(met.metUntil, -1))}`}
    </Tag>
  );
}
