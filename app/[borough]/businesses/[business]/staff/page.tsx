import type { Metadata } from "next";
import { readOrNotFound } from "@/app/[borough]/_page/read";
import { SummaryList } from "@/components/ui/summary-list";
import { getStaffCounts } from "@/lib/businesses/detail-queries";
import { formatNumber } from "@/lib/format";
import { findRollConfirmation } from "@/lib/people/roll-queries";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { rollText } from "../_parts/roll-text";
import { showNamesAction } from "./actions";
import { NamesForm } from "./names-form";

export const metadata: Metadata = { title: "Staff" };

export default async function StaffPage(props: BusinessPageProps) {
  const { borough, id, row, back, viewer } = await openBusiness(props);
  const { counts, roll } = await readOrNotFound(viewer, async (ctx) => ({
    counts: await getStaffCounts(ctx, id),
    roll: rollText(row, await findRollConfirmation(ctx, id), ctx.today),
  }));
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="Staff"
      lede="Counts are enough for most of what you do. Looking at names is recorded with your name and the time."
    >
      <SummaryList
        rows={[
          {
            label: "People who work there",
            value: row.headcount === null ? "Not declared yet" : formatNumber(row.headcount),
          },
          { label: "Listed and confirmed", value: formatNumber(counts.confirmed) },
          { label: "Waiting for the manager", value: formatNumber(counts.waiting) },
          { label: "Managers", value: formatNumber(counts.managers) },
          ...(roll ? [{ label: "The list itself", value: roll }] : []),
        ]}
      />
      <div className="mt-6">
        <NamesForm action={showNamesAction.bind(null, borough, id)} />
      </div>
    </FormFrame>
  );
}
