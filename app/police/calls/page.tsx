import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Details } from "@/components/ui/details";
import { SectionHeading } from "@/components/ui/section-heading";
import { NEVER_A_TARGET, pastQuarters, QUARTERS_OPEN, quarterLabel } from "@/lib/aims/call-model";
import { listCalls } from "@/lib/aims/police-queries";
import { requirePolice } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import { enterCallsAction } from "./actions";
import { CallsForm } from "./calls-form";
import { CallsTable } from "./calls-table";

export const metadata: Metadata = { title: "101 calls" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CallsPage({ searchParams }: Props) {
  const viewer = await requirePolice();
  const { done } = await searchParams;
  const { quarters, boroughs, areas } = await asViewer(viewer, async (ctx) => {
    const past = pastQuarters(ctx.today, QUARTERS_OPEN);
    const own = (await listBoroughs(ctx)).filter((row) => viewer.boroughs.includes(row.code));
    return { quarters: past, boroughs: own, areas: await listCalls(ctx, own, past) };
  });
  const areaNames = [...new Set(areas.map((area) => area.area))];
  return (
    <>
      {done === "entered" ? (
        <Notice kind="success" title="The number of calls is saved">
          A figure below 5 is kept but shown to nobody.
        </Notice>
      ) : null}
      <PageHeading
        title="101 calls that quoted the operation"
        lede={`${NEVER_A_TARGET} They stand beside Pursue.`}
      />
      {areaNames.map((area) => (
        <div key={area} className="mb-9">
          <CallsTable area={area} quarters={areas.filter((row) => row.area === area)} />
        </div>
      ))}
      <div className="mb-9 max-w-read">
        <Details summary="Which figures are not shown, and why">
          <p>
            A figure below 5 is shown as “fewer than 5”, because so few calls could point to a
            place. The total of the police area is “not shown” wherever it would let somebody work
            such a figure out from the other boroughs.
          </p>
        </Details>
      </div>
      <section aria-labelledby="enter">
        <SectionHeading
          id="enter"
          title="Enter a quarter"
          lede="Once a quarter is over. Entering the same borough and quarter again corrects it."
        />
        <CallsForm
          action={enterCallsAction}
          idempotencyKey={randomUUID()}
          boroughs={boroughs.map(({ code, name }) => ({ value: code, label: name }))}
          quarters={quarters.map((quarter) => ({ value: quarter, label: quarterLabel(quarter) }))}
        />
      </section>
    </>
  );
}
