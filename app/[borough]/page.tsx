import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { requireBorough, requireHolder } from "@/lib/auth/current";
import { asViewer } from "@/lib/command";
import { countBoroughWork, listLargestGaps } from "@/lib/coverage/actions";
import { listCellSums } from "@/lib/coverage/queries";
import { formatDate, plural } from "@/lib/format";
import { listSectors } from "@/lib/sectors/queries";
import { AimCards } from "./_dashboard/aim-cards";
import { Gaps } from "./_dashboard/gaps";
import { NextActions } from "./_dashboard/next-actions";
import { NothingYet } from "./_dashboard/nothing-yet";

export const metadata: Metadata = { title: "Dashboard" };

const GAPS_SHOWN = 8;

export default async function DashboardPage({ params }: { params: Promise<{ borough: string }> }) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const holder = await requireHolder();
  const name = holder.memberships.find((m) => m.boroughCode === borough)?.boroughName ?? borough;
  const [today, cells, sectors, work, gaps] = await asViewer(viewer, (ctx) =>
    Promise.all([
      ctx.today,
      listCellSums(ctx),
      listSectors(ctx),
      countBoroughWork(ctx, borough),
      listLargestGaps(ctx, borough, GAPS_SHOWN),
    ]),
  );

  return (
    <>
      <PageHeading
        title={name}
        lede={`${plural(work.inScope, "business", "businesses")} in scope. Figures as of today, ${formatDate(today)}.`}
        tools={
          <LinkButton href={`/${borough}/businesses`} variant="ghost">
            All businesses
          </LinkButton>
        }
      />
      {work.inScope === 0 ? <NothingYet borough={borough} /> : null}
      <AimCards borough={borough} cells={cells} today={today} />
      {work.inScope === 0 ? null : (
        <div className="mt-9 grid gap-8 lg:grid-cols-[1.15fr_1fr]">
          <NextActions borough={borough} work={work} />
          <Gaps borough={borough} cells={cells} sectors={sectors} gaps={gaps} today={today} />
        </div>
      )}
    </>
  );
}
