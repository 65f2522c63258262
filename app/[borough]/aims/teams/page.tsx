import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { textOf } from "@/app/[borough]/_page/read";
import { ShareBar } from "@/components/charts/share-bar";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { COUNCIL_SHARE } from "@/lib/aims/model";
import { listTeams } from "@/lib/aims/settings-queries";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { formatNumber, plural } from "@/lib/format";

export const metadata: Metadata = { title: "Council teams" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function TeamsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const teams = await asViewer(viewer, listTeams);
  const path = `/${borough}/aims/teams`;
  const add = may(viewer.role, "council_team.add") ? (
    <LinkButton href={`${path}/add`}>Add a team</LinkButton>
  ) : undefined;
  const people = teams.reduce((sum, team) => sum + team.headcount, 0);
  const briefed = teams.reduce((sum, team) => sum + team.trained, 0);

  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <Breadcrumbs items={[{ href: `/${borough}/aims`, label: "Borough actions" }]} />
      <PageHeading
        title="Council teams"
        lede={`The borough’s own staff who take the briefing. Met when ${COUNCIL_SHARE}% of their people hold a current certificate. They count in no figure of businesses.`}
        tools={teams.length > 0 ? add : undefined}
      />
      {teams.length === 0 ? (
        <EmptyState title="No team is listed yet" action={add}>
          <p>
            Add the teams that meet businesses or families, such as licensing, children’s services
            or community safety.
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-4">
            <strong>
              {formatNumber(briefed)} of {plural(people, "person", "people")}
            </strong>{" "}
            briefed, as of this month.
          </p>
          <DataTable
            caption="Council teams by name"
            hideCaption
            rows={teams}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "name",
                header: "Team",
                rowHeader: true,
                cell: (row) => (
                  <AppLink href={`${path}/${row.id}`} className="font-semibold">
                    {row.name}
                  </AppLink>
                ),
              },
              {
                key: "people",
                header: "People",
                numeric: true,
                cell: (row) => formatNumber(row.headcount),
              },
              {
                key: "briefed",
                header: "Briefed",
                numeric: true,
                cell: (row) => formatNumber(row.trained),
              },
              {
                key: "share",
                header: "Share",
                cell: (row) => <ShareBar aim="prepare" met={row.trained} of={row.headcount} />,
              },
            ]}
          />
        </>
      )}
    </>
  );
}
