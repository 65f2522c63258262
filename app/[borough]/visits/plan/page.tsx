import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ChosenList } from "@/app/[borough]/businesses/_list/chosen-list";
import { listHref, listSelected, readSelection } from "@/app/[borough]/businesses/_list/selection";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/section-heading";
import { requireBorough } from "@/lib/auth/current";
import { listTeam } from "@/lib/auth/team";
import type { Params } from "@/lib/businesses/filters";
import { isInScope } from "@/lib/businesses/model";
import { asViewer } from "@/lib/command";
import { formatNumber, plural } from "@/lib/format";
import { MOST_VISITS } from "@/lib/visits/schema";
import { planVisitsAction } from "../actions";
import { PlanForm } from "./plan-form";

export const metadata: Metadata = { title: "Plan visits" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function PlanVisitsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const selection = readSelection(query);
  const team = await listTeam(viewer);
  const { chosen, today } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    chosen: await listSelected(ctx, selection, MOST_VISITS),
  }));
  const businesses = chosen.filter((row) => isInScope(row.stage)).slice(0, MOST_VISITS);
  const leftOut = chosen.filter((row) => !isInScope(row.stage)).length;
  const back = listHref(borough, query);

  return (
    <>
      <Breadcrumbs items={[{ href: `/${borough}/visits`, label: "Visits" }]} />
      <PageHeading
        title="Plan visits"
        lede="Where a visit is planned already, it moves to this day and colleague."
      />
      {leftOut > 0 ? (
        <Notice kind="info" title={`Without ${plural(leftOut, "business", "businesses")}`}>
          They are closed or left out of the figures.
        </Notice>
      ) : null}
      {chosen.length > MOST_VISITS ? (
        <Notice kind="info" title={`The first ${formatNumber(MOST_VISITS)}, by name`}>
          Up to {formatNumber(MOST_VISITS)} visits are planned at a time. Narrow the list, by sector
          for example, to reach the rest.
        </Notice>
      ) : null}
      {businesses.length === 0 ? (
        <EmptyState
          title="You have not ticked any business"
          action={<LinkButton href={back}>Choose businesses</LinkButton>}
        >
          <p>Tick businesses on the list, then choose “Plan visits”.</p>
        </EmptyState>
      ) : (
        <div className="grid gap-8 lg:grid-cols-2">
          <PlanForm
            action={planVisitsAction.bind(null, borough)}
            idempotencyKey={randomUUID()}
            businessIds={businesses.map((row) => row.id)}
            team={team.map(({ userId, name }) => ({ value: userId, label: name }))}
            assignedTo={viewer.userId}
            today={today}
            button={`Plan ${plural(businesses.length, "visit", "visits")}`}
            cancelHref={back}
          />
          <section>
            <SectionHeading title={plural(businesses.length, "business", "businesses")} />
            <ChosenList borough={borough} businesses={businesses} />
          </section>
        </div>
      )}
    </>
  );
}
