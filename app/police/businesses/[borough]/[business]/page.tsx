import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePolice } from "@/lib/auth/current";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { SECTORS } from "@/lib/coverage/choice";
import { getBusinessForPolice, type PoliceBusinessRow } from "@/lib/coverage/police-queries";
import { NotFound } from "@/lib/errors";
import { formatNumber } from "@/lib/format";
import { Standing } from "../../../_coverage/standing";

export const metadata: Metadata = { title: "Business" };

const STAGES: Record<string, string> = {
  in_scope: "On the register, not invited yet",
  invited: "Invited, not accepted yet",
  enrolled: "Enrolled",
  excluded: "Excluded by the borough",
  closed: "Closed",
};

interface Props {
  params: Promise<{ borough: string; business: string }>;
}

export default async function PoliceBusinessPage({ params }: Props) {
  const { borough, business } = await params;
  const viewer = await requirePolice();
  if (!isUuid(business)) notFound();
  const row = await asViewer(viewer, (ctx) => getBusinessForPolice(ctx, borough, business)).catch(
    (error: unknown) => {
      if (error instanceof NotFound) notFound();
      throw error;
    },
  );
  return (
    <>
      <Breadcrumbs
        items={[
          { href: "/police", label: "Coverage" },
          { href: `/police/boroughs/${borough}`, label: "Borough" },
        ]}
      />
      <PageHeading title={row.name} lede={row.postcode} />
      <SummaryList
        rows={[
          {
            label: "Sector",
            value: SECTORS.find((s) => s.code === row.sector)?.label ?? row.sector,
          },
          { label: "Stage", value: STAGES[row.stage] ?? row.stage },
          { label: "People who work there", value: headcountText(row) },
          { label: "Hold the awareness certificate", value: countText(row, row.trained) },
          { label: "Hold the reporting certificate", value: countText(row, row.reporting) },
          { label: "Meets this month", value: <Standing met={row.met} /> },
        ]}
      />
      <p className="mt-4 text-ink-2">
        The names of staff, managers and licence holders are never shown to police. Ask the
        borough's licensing team if you need to speak to the business.
      </p>
    </>
  );
}

function headcountText(row: PoliceBusinessRow): string {
  return row.headcount === null ? "Not declared yet" : formatNumber(row.headcount);
}

function countText(row: PoliceBusinessRow, count: number): string {
  if (row.headcount === null) return `${formatNumber(count)} (headcount not declared yet)`;
  return `${formatNumber(count)} of ${formatNumber(Math.max(row.headcount, row.listed))}`;
}
