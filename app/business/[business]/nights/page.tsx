import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { asViewer } from "@/lib/command";
import { plural } from "@/lib/format";
import { nightCover } from "@/lib/premises/model";
import { getPremises, listShifts, type ShiftRow } from "@/lib/premises/queries";
import { DoneNotice } from "../_parts/done-notice";
import { openBusiness } from "../_parts/open";
import { ShiftCard } from "./shift-card";

export const metadata: Metadata = { title: "Night shifts" };

interface NightsPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function NightsPage({ params, searchParams }: NightsPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { premises, shifts } = await asViewer(viewer, async (ctx) => ({
    premises: await getPremises(ctx, business.id),
    shifts: await listShifts(ctx, business.id),
  }));
  const nights = `/business/${business.id}/nights`;
  const { opensLate } = premises;
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading
        title="Hours and night shifts"
        lede="Much of what staff may notice happens late. A business that is open after 11pm is asked to have somebody trained on every night shift."
      />
      {opensLate === null ? (
        <EmptyState
          title="You have not said whether you are open after 11pm"
          action={<LinkButton href={`${nights}/hours`}>Say whether you are open</LinkButton>}
        >
          Night cover is asked only of a business that is.
        </EmptyState>
      ) : (
        <div className="max-w-read">
          <SummaryList
            rows={[
              {
                label: "Open after 11pm",
                value: opensLate ? "Yes" : "No: night cover is not asked of you",
                change: { href: `${nights}/hours` },
              },
            ]}
          />
        </div>
      )}
      {opensLate ? <Shifts businessId={business.id} shifts={shifts} /> : null}
    </>
  );
}

function Shifts({ businessId, shifts }: { businessId: string; shifts: ShiftRow[] }) {
  const { covered, of } = nightCover(shifts);
  const nights = `/business/${businessId}/nights`;
  const declare = <LinkButton href={`${nights}/declare`}>Declare a night shift</LinkButton>;
  return (
    <section aria-labelledby="shifts" className="mt-8">
      <SectionHeading
        id="shifts"
        title="Your night shifts"
        lede={
          of > 0
            ? `${covered} of ${plural(of, "night shift has", "night shifts have")} somebody trained.`
            : undefined
        }
      />
      {of === 0 ? (
        <EmptyState title="No night shift is declared yet" action={declare}>
          Declare each shift that is worked after 11pm, and say who works it. Until then your night
          cover does not count.
        </EmptyState>
      ) : (
        <>
          <ul className="mb-5 grid gap-4 md:grid-cols-2">
            {shifts.map((shift) => (
              <li key={shift.id}>
                <ShiftCard businessId={businessId} shift={shift} />
              </li>
            ))}
          </ul>
          {declare}
        </>
      )}
    </section>
  );
}
