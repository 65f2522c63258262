import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePolice } from "@/lib/auth/current";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { SECTORS } from "@/lib/coverage/choice";
import { getBusinessRecord } from "@/lib/coverage/police-business-queries";
import { getBusinessForPolice, type PoliceBusinessRow } from "@/lib/coverage/police-queries";
import { NotFound } from "@/lib/errors";
import { formatNumber } from "@/lib/format";
import { listPracticeItems, listPracticeStates } from "@/lib/practices/queries";
import { MeasureList } from "./_parts/measure-list";
import { PracticeCounts } from "./_parts/practice-counts";
import { Visits } from "./_parts/visits";

export const metadata: Metadata = { title: "Business" };

const STAGES: Record<string, string> = {
  in_scope: "On the register, not invited yet",
  invited: "Invited, not accepted yet",
  enrolled: "Enrolled",
  excluded: "Excluded by the borough",
  closed: "Closed",
};

const LATE = { yes: "Yes", no: "No", unknown: "Not known yet" };

interface Props {
  params: Promise<{ borough: string; business: string }>;
}

export default async function PoliceBusinessPage({ params }: Props) {
  const { borough, business } = await params;
  const viewer = await requirePolice();
  if (!isUuid(business)) notFound();
  const read = await asViewer(viewer, async (ctx) => {
    const row = await getBusinessForPolice(ctx, borough, business);
    const inThisBorough = { tx: ctx.tx, today: ctx.today, boroughs: [borough] };
    return {
      today: ctx.today,
      row,
      record: await getBusinessRecord(ctx, borough, business),
      items: await listPracticeItems(inThisBorough, row.sector),
      states: await listPracticeStates(inThisBorough, business),
    };
  }).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { row, record, items, states, today } = read;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: "/police", label: "Coverage" },
          { href: `/police/boroughs/${borough}`, label: row.boroughName },
        ]}
      />
      <PageHeading title={row.name} lede={row.postcode} />
      <div className="grid items-start gap-x-10 gap-y-9 lg:grid-cols-2">
        <section aria-labelledby="premises">
          <SectionHeading id="premises" title="The premises" />
          <SummaryList rows={factsOf(row)} />
          <p className="mt-4 text-ink-2">
            The names of staff, managers and licence holders are never shown to police. Ask the
            borough's licensing team if you need to speak to the business.
          </p>
        </section>
        <MeasureList row={row} periods={record.periods} today={today} />
        <PracticeCounts items={items} states={states} />
        <Visits visits={record.visits} today={today} />
      </div>
    </>
  );
}

function factsOf(row: PoliceBusinessRow) {
  const late = row.opensLate === null ? "unknown" : row.opensLate ? "yes" : "no";
  return [
    { label: "Sector", value: SECTORS.find((s) => s.code === row.sector)?.label ?? row.sector },
    { label: "Ward", value: row.ward ?? "Not known" },
    { label: "Open after 11pm", value: LATE[late] },
    { label: "Stage", value: STAGES[row.stage] ?? row.stage },
    {
      label: "People who work there",
      value: row.headcount === null ? "Not declared yet" : formatNumber(row.headcount),
    },
    { label: "Hold the awareness certificate", value: countText(row, row.trained) },
    { label: "Hold the reporting certificate", value: countText(row, row.reporting) },
  ];
}

function countText(row: PoliceBusinessRow, count: number): string {
  if (row.headcount === null) return `${formatNumber(count)} (headcount not declared yet)`;
  return `${formatNumber(count)} of ${formatNumber(Math.max(row.headcount, row.listed))}`;
}
