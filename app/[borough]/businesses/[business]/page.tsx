import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { idOrNotFound, readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { listBusinessAssignments } from "@/lib/assignments/queries";
import { requireBorough } from "@/lib/auth/current";
import { COUNCIL_TEAM } from "@/lib/boroughs/model";
import { getSettings } from "@/lib/boroughs/settings-queries";
import { companyName } from "@/lib/businesses/companies";
import { getStaffCounts, listStageChanges, listStanding } from "@/lib/businesses/detail-queries";
import type { Params } from "@/lib/businesses/filters";
import { getBusiness } from "@/lib/businesses/queries";
import { listInvitations } from "@/lib/people/invitation-queries";
import { findRollConfirmation } from "@/lib/people/roll-queries";
import { DRIVERS_SECTOR } from "@/lib/premises/driver-model";
import { findAttestation } from "@/lib/premises/driver-queries";
import { listSectors } from "@/lib/sectors/queries";
import { StageTag } from "../_list/stage-tag";
import { Assignments } from "./_parts/assignments";
import { ChangeStage } from "./_parts/change-stage";
import { Facts } from "./_parts/facts";
import { History } from "./_parts/history";
import { Invitations } from "./_parts/invitations";
import { NextStepCard } from "./_parts/next-step-card";
import { rollText } from "./_parts/roll-text";
import { Standing } from "./_parts/standing";

export const metadata: Metadata = { title: "Business" };

interface PageProps {
  params: Promise<{ borough: string; business: string }>;
  searchParams: Promise<Params>;
}

export default async function BusinessPage({ params, searchParams }: PageProps) {
  const { borough, business } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(business);
  const { row, sectors, today, ...rest } = await readOrNotFound(viewer, async (ctx) => {
    const row = await getBusiness(ctx, id);
    return {
      row,
      today: ctx.today,
      sectors: await listSectors(ctx),
      company: await companyName(ctx, row.operatorId),
      settings: await getSettings(ctx),
      standing: await listStanding(ctx, id),
      counts: await getStaffCounts(ctx, id),
      roll: await findRollConfirmation(ctx, id),
      assignments: await listBusinessAssignments(ctx, id),
      invitations: await listInvitations(ctx, id),
      history: await listStageChanges(ctx, id),
      drivers: row.sector === DRIVERS_SECTOR ? await findAttestation(ctx, id) : undefined,
    };
  });
  const done = textOf(await searchParams, "done");
  if (row.sector === COUNCIL_TEAM) redirect(`/${borough}/aims/teams/${id}?done=${done}`);
  const path = `/${borough}/businesses/${id}`;
  const sector = sectors.find((each) => each.code === row.sector)?.label ?? row.sector;
  const people = {
    headcount: row.headcount,
    counts: rest.counts,
    share: rest.settings.trainedShare,
  };

  return (
    <>
      <DoneNotice done={done} />
      <Breadcrumbs items={[{ href: `/${borough}/businesses`, label: "Businesses" }]} />
      <PageHeading
        title={row.name}
        caption={sector}
        lede={`${row.address}, ${row.postcode}`}
        tools={
          <>
            <span className="self-center">
              <StageTag stage={row.stage} />
            </span>
            <LinkButton href={`${path}/edit`} variant="ghost">
              Change the details
            </LinkButton>
          </>
        }
      />
      <NextStepCard path={path} business={row} assignments={rest.assignments} today={today} />
      <div className="mt-8 grid gap-8 lg:grid-cols-[1.7fr_1fr]">
        <div className="min-w-0 space-y-8">
          <Standing stage={row.stage} standing={rest.standing} people={people} />
          <Assignments
            borough={borough}
            business={row}
            assignments={rest.assignments}
            counts={rest.counts}
          />
          <Invitations borough={borough} business={row} invitations={rest.invitations} />
        </div>
        <div className="min-w-0 space-y-8">
          <Facts
            borough={borough}
            business={row}
            company={rest.company}
            counts={rest.counts}
            drivers={rest.drivers}
            roll={rollText(row, rest.roll, today)}
          />
          <History history={rest.history} />
          <ChangeStage path={path} stage={row.stage} />
        </div>
      </div>
    </>
  );
}
