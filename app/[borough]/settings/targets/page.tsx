import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { SectionHeading } from "@/components/ui/section-heading";
import { monthChoices } from "@/lib/aims/model";
import { listTargets, listThresholds } from "@/lib/aims/settings-queries";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { getSettings } from "@/lib/boroughs/settings-queries";
import type { Params } from "@/lib/businesses/filters";
import { formatMonth } from "@/lib/format";
import { setTargetAction, setThresholdAction } from "./actions";
import { TargetTable, ThresholdTable } from "./tables";
import { TargetForm } from "./target-form";
import { ThresholdForm } from "./threshold-form";

export const metadata: Metadata = { title: "Targets and thresholds" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function TargetsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const { today, targets, thresholds, trainedShare } = await readOrNotFound(
    viewer,
    async (ctx) => ({
      today: ctx.today,
      targets: await listTargets(ctx),
      thresholds: await listThresholds(ctx),
      trainedShare: (await getSettings(ctx)).trainedShare,
    }),
  );
  const months = monthChoices(today).map((month) => ({ value: month, label: formatMonth(month) }));
  const mayChange = may(viewer.role, "target.set");

  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <Breadcrumbs items={[{ href: `/${borough}/settings`, label: "Settings" }]} />
      <PageHeading
        title="Targets and thresholds"
        lede={
          mayChange
            ? "Each holds from a month on. Figures of earlier months stay as they were."
            : "Each holds from a month on. An administrator of the borough sets them."
        }
      />
      <section>
        <SectionHeading
          title="Targets"
          lede="The share you aim for. A target changes no figure: charts show it as a mark."
        />
        <TargetTable rows={targets} today={today} />
        {mayChange ? (
          <div className="mt-6">
            <TargetForm
              action={setTargetAction.bind(null, borough)}
              idempotencyKey={randomUUID()}
              months={months}
            />
          </div>
        ) : null}
      </section>
      <section className="mt-9">
        <SectionHeading
          title="When a business counts as trained"
          lede={`Today: when ${trainedShare}% of the people who work there hold a current certificate. The same share counts for the reporting course.`}
        />
        <ThresholdTable rows={thresholds} today={today} />
        {mayChange ? (
          <div className="mt-6">
            <ThresholdForm
              action={setThresholdAction.bind(null, borough)}
              idempotencyKey={randomUUID()}
              months={months}
            />
          </div>
        ) : null}
      </section>
    </>
  );
}
