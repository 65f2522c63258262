import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { DataTable } from "@/components/ui/data-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { asViewer } from "@/lib/command";
import { formatDate, formatNumber } from "@/lib/format";
import { actionLabel, VISIT_OUTCOME_LABELS } from "@/lib/visits/model";
import {
  type ActionRow,
  type DoneVisitRow,
  listBusinessActions,
  listDoneVisits,
} from "@/lib/visits/outcome-queries";
import { DoneNotice } from "../_parts/done-notice";
import { FormPage } from "../_parts/form-page";
import { openBusiness } from "../_parts/open";
import { finishOwnActionAction } from "./actions";
import { FinishForm } from "./finish-form";

export const metadata: Metadata = { title: "Visits" };

interface VisitsPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function OwnVisitsPage({ params, searchParams }: VisitsPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { visits, actions, today } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    visits: await listDoneVisits(ctx, business.id),
    actions: await listBusinessActions(ctx, business.id, "business"),
  }));
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <FormPage
        back={[{ href: `/business/${business.id}`, label: "Home" }]}
        title="Visits"
        lede="When somebody of your borough came, and what you agreed to do."
      >
        <section className="mb-10">
          <SectionHeading title="What you are asked to do" />
          {actions.length === 0 ? (
            <p className="text-ink-2">Nothing has been agreed on a visit.</p>
          ) : (
            <Agreed businessId={business.id} rows={actions} today={today} />
          )}
        </section>
        <section>
          <SectionHeading title="Visits so far" />
          {visits.length === 0 ? (
            <EmptyState title="Nobody has visited yet">
              <p>
                An officer of your borough looks at the posters, the log and the CCTV dates, and
                asks about your working practices. Nothing is copied or taken away.
              </p>
            </EmptyState>
          ) : (
            <Visits rows={visits} />
          )}
        </section>
      </FormPage>
    </>
  );
}

interface AgreedProps {
  businessId: string;
  rows: ActionRow[];
  today: string;
}

function Agreed({ businessId, rows, today }: AgreedProps) {
  return (
    <DataTable
      caption="What you agreed to do, the open ones first"
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "what", header: "What", rowHeader: true, cell: (row) => actionLabel(row.code) },
        { key: "due", header: "Due by", cell: (row) => formatDate(row.dueOn) },
        {
          key: "state",
          header: "State",
          cell: (row) =>
            row.doneOn ? (
              <Tag tone="ok">Done</Tag>
            ) : (
              <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
                {row.dueOn < today ? <Tag tone="late">Overdue</Tag> : <Tag tone="due">To do</Tag>}
                <FinishForm
                  action={finishOwnActionAction.bind(null, businessId, row.id)}
                  idempotencyKey={randomUUID()}
                  what={actionLabel(row.code)}
                />
              </span>
            ),
        },
      ]}
    />
  );
}

function Visits({ rows }: { rows: DoneVisitRow[] }) {
  return (
    <DataTable
      caption="Visits, the newest first"
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "date", header: "Date", rowHeader: true, cell: (row) => formatDate(row.visitedOn) },
        {
          key: "outcome",
          header: "What came of it",
          cell: (row) => VISIT_OUTCOME_LABELS[row.outcome],
        },
        {
          key: "headcount",
          header: "People who work here",
          cell: (row) => (row.headcount === null ? "–" : formatNumber(row.headcount)),
        },
      ]}
    />
  );
}
