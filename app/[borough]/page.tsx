import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { requireBorough, requireHolder } from "@/lib/auth/current";
import { asViewer } from "@/lib/command";
import {
  countFollowUps,
  getBoroughFrame,
  listTotals,
  listUntrainedGroups,
} from "@/lib/coverage/dashboard-queries";
import { shareAt } from "@/lib/coverage/series";
import { monthStart } from "@/lib/dates";
import { formatDate, plural } from "@/lib/format";
import { AimCards } from "./_dashboard/aim-cards";
import { Gaps } from "./_dashboard/gaps";
import { NextActions } from "./_dashboard/next-actions";
import { NothingYet } from "./_dashboard/nothing-yet";

export const metadata: Metadata = { title: "Dashboard" };

const GROUPS = 3;

export default async function DashboardPage({ params }: { params: Promise<{ borough: string }> }) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const holder = await requireHolder();
  const name = holder.memberships.find((m) => m.boroughCode === borough)?.boroughName ?? borough;
  const [today, cells, groups, counts, frame] = await asViewer(viewer, (ctx) =>
    Promise.all([
      ctx.today,
      listTotals(ctx, borough, ["in_scope", "prevent", "protect", "pursue"]),
      listUntrainedGroups(ctx, borough, GROUPS),
      countFollowUps(ctx, borough),
      getBoroughFrame(ctx, borough),
    ]),
  );
  const inScope = shareAt(cells, "prevent", monthStart(today)).of;

  return (
    <>
      <PageHeading
        title={name}
        lede={`${plural(inScope, "business", "businesses")} in scope. Figures as of today, ${formatDate(today)}.`}
        tools={
          <LinkButton href={`/${borough}/businesses`} variant="ghost">
            All businesses
          </LinkButton>
        }
      />
      {inScope === 0 ? <NothingYet borough={borough} /> : null}
      <AimCards borough={borough} cells={cells} frame={frame} today={today} />
      {inScope === 0 ? null : (
        <div className="mt-9 grid gap-8 lg:grid-cols-[1.15fr_1fr]">
          <NextActions borough={borough} counts={counts} groups={groups} frame={frame} />
          <Gaps borough={borough} cells={cells} frame={frame} today={today} />
        </div>
      )}
    </>
  );
}
