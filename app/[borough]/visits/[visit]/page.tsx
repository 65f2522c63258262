import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { requireBorough } from "@/lib/auth/current";
import { listTeam } from "@/lib/auth/team";
import type { Params } from "@/lib/businesses/filters";
import { formatDate, formatNumber } from "@/lib/format";
import { VISIT_OUTCOME_LABELS } from "@/lib/visits/model";
import { listFindings, listVisitActions } from "@/lib/visits/outcome-queries";
import { getVisit, type VisitDetail } from "@/lib/visits/queries";
import { ActionList } from "../_parts/action-list";
import { DoneVisit } from "../_parts/done-visit";
import { nameOf } from "../_parts/visit-table";
import { VisitStateTag } from "../_parts/visit-tag";
import { Findings } from "./findings";
import { Planned } from "./planned";

export const metadata: Metadata = { title: "Visit" };

interface PageProps {
  params: Promise<{ borough: string; visit: string }>;
  searchParams: Promise<Params>;
}

export default async function VisitPage({ params, searchParams }: PageProps) {
  const { borough, visit } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(visit);
  const team = await listTeam(viewer);
  const { row, findings, actions, today } = await readOrNotFound(viewer, async (ctx) => ({
    today: ctx.today,
    row: await getVisit(ctx, id),
    findings: await listFindings(ctx, id),
    actions: await listVisitActions(ctx, id),
  }));
  const names = new Map(team.map((member) => [member.userId, member.name]));
  const business = `/${borough}/businesses/${row.businessId}`;

  return (
    <>
      <DoneVisit done={textOf(await searchParams, "done")} />
      <Breadcrumbs items={[{ href: `/${borough}/visits`, label: "Visits" }]} />
      <PageHeading
        title={row.businessName}
        caption="Visit"
        lede={`${row.address}, ${row.postcode}`}
        tools={
          <span className="self-center">
            <VisitStateTag visit={row} today={today} />
          </span>
        }
      />
      <div className="grid gap-8 lg:grid-cols-[1.7fr_1fr]">
        <div className="min-w-0 space-y-8">
          <SummaryList
            rows={[
              ...summaryOf(row, names),
              {
                label: "Business",
                value: (
                  <span className="flex flex-wrap gap-x-5">
                    <AppLink href={business}>Its page</AppLink>
                    <AppLink href={`${business}/visits`}>All its visits</AppLink>
                    {row.outcome === "closed" ? (
                      <AppLink href={`${business}/close`}>Record that it has closed</AppLink>
                    ) : null}
                  </span>
                ),
              },
            ]}
          />
          {findings.length > 0 ? (
            <section>
              <SectionHeading title="What was looked at" />
              <Findings rows={findings} />
            </section>
          ) : null}
          {actions.length > 0 ? (
            <section>
              <SectionHeading title="What was agreed" />
              <ActionList borough={borough} actions={actions} today={today} from="visit" />
            </section>
          ) : null}
        </div>
        {row.state === "planned" ? (
          <Planned borough={borough} visit={row} team={team} today={today} />
        ) : null}
      </div>
    </>
  );
}

function summaryOf(row: VisitDetail, names: ReadonlyMap<string, string>): SummaryRow[] {
  if (row.state !== "done") {
    return [
      { label: "Planned for", value: formatDate(row.plannedOn) },
      { label: "Who goes", value: nameOf(names, row.assignedTo) },
      { label: "Ward", value: row.ward ?? "Not known" },
    ];
  }
  return [
    { label: "Visited", value: row.visitedOn ? formatDate(row.visitedOn) : "–" },
    { label: "By", value: nameOf(names, row.visitedBy) },
    { label: "What came of it", value: row.outcome ? VISIT_OUTCOME_LABELS[row.outcome] : "–" },
    {
      label: "People who work there",
      value: row.headcount === null ? "Not confirmed" : formatNumber(row.headcount),
    },
    { label: "Next visit", value: row.nextVisitOn ? formatDate(row.nextVisitOn) : "None agreed" },
  ];
}
