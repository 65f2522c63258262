import type { Metadata } from "next";
import { readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { ActionList } from "@/app/[borough]/visits/_parts/action-list";
import { DoneVisit } from "@/app/[borough]/visits/_parts/done-visit";
import { VisitStateTag } from "@/app/[borough]/visits/_parts/visit-tag";
import { EmptyState } from "@/components/layout/empty-state";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { Params } from "@/lib/businesses/filters";
import { isInScope } from "@/lib/businesses/model";
import { formatDate } from "@/lib/format";
import { VISIT_OUTCOME_LABELS } from "@/lib/visits/model";
import { listBusinessActions } from "@/lib/visits/outcome-queries";
import { listBusinessVisits } from "@/lib/visits/queries";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";

export const metadata: Metadata = { title: "Visits to a business" };

interface PageProps extends BusinessPageProps {
  searchParams: Promise<Params>;
}

export default async function BusinessVisitsPage({ searchParams, ...props }: PageProps) {
  const { borough, id, row, back, viewer } = await openBusiness(props);
  const { visits, actions, today } = await readOrNotFound(viewer, async (ctx) => ({
    today: ctx.today,
    visits: await listBusinessVisits(ctx, id),
    actions: await listBusinessActions(ctx, id),
  }));
  const plan = isInScope(row.stage) ? (
    <LinkButton href={`/${borough}/visits/plan?business=${id}`}>Plan a visit</LinkButton>
  ) : undefined;
  return (
    <>
      <DoneVisit done={textOf(await searchParams, "done")} />
      <FormFrame borough={borough} back={back} name={row.name} title="Visits">
        {visits.length === 0 ? (
          <EmptyState title="Nobody has visited yet" action={plan}>
            <p>Posters and records count once an officer has seen them on a visit.</p>
          </EmptyState>
        ) : (
          <>
            <div className="mb-6">{plan}</div>
            <DataTable
              caption="Visits, the newest first"
              hideCaption
              rows={visits}
              rowKey={(visit) => visit.id}
              columns={[
                {
                  key: "date",
                  header: "Date",
                  rowHeader: true,
                  cell: (visit) => (
                    <AppLink href={`/${borough}/visits/${visit.id}`}>
                      {formatDate(visit.visitedOn ?? visit.plannedOn)}
                    </AppLink>
                  ),
                },
                {
                  key: "state",
                  header: "State",
                  cell: (visit) => <VisitStateTag visit={visit} today={today} />,
                },
                {
                  key: "outcome",
                  header: "What came of it",
                  cell: (visit) => (visit.outcome ? VISIT_OUTCOME_LABELS[visit.outcome] : "–"),
                },
              ]}
            />
          </>
        )}
        {actions.length > 0 ? (
          <section className="mt-8">
            <SectionHeading title="What was agreed" />
            <ActionList borough={borough} actions={actions} today={today} from="business" />
          </section>
        ) : null}
      </FormFrame>
    </>
  );
}
