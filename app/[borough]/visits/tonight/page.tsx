import type { Metadata } from "next";
import { textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { Definition } from "@/components/ui/definition";
import { Filters, SelectFilter } from "@/components/ui/filters";
import { SectionHeading } from "@/components/ui/section-heading";
import { requireBorough } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { listPlannedOn, listWards } from "@/lib/visits/queries";
import { listWorthVisiting } from "@/lib/visits/tonight-queries";
import { DoneVisit } from "../_parts/done-visit";
import { Unsent } from "../_parts/unsent";
import { byWard } from "./by-ward";
import { PlannedToday } from "./planned-today";
import { WorthCard } from "./worth-card";

export const metadata: Metadata = { title: "Tonight’s list" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

/** More than anybody walks in a night. */
const MOST = 30;
const NO_WARD = "-";

export default async function TonightPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const ward = textOf(query, "ward") || null;
  const path = `/${borough}/visits/tonight`;
  const { today, planned, worth, wards } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    planned: await listPlannedOn(ctx, ctx.today, viewer.userId),
    worth: await listWorthVisiting(ctx, ward === NO_WARD ? "" : ward, MOST),
    wards: await listWards(ctx),
  }));

  return (
    <div className="mx-auto max-w-read">
      <DoneVisit done={textOf(query, "done")} />
      <Unsent userId={viewer.userId} />
      <Breadcrumbs items={[{ href: `/${borough}/visits`, label: "Visits" }]} />
      <PageHeading title="Tonight’s list" caption={formatDate(today)} />
      <section className="mb-8">
        <SectionHeading title="Planned for you today" />
        <PlannedToday borough={borough} rows={planned} />
      </section>
      <section>
        <SectionHeading title="Worth a visit" />
        <div className="mb-4">
          <Definition term="Worth a visit">
            Businesses in scope with no visit planned. The longest without a visit come first. One
            that will lose a measure by the end of next month comes as if it had waited a year
            longer. The {MOST} that come first are shown, by ward.
          </Definition>
        </div>
        <Filters action={path} submitLabel="Show">
          <SelectFilter
            name="ward"
            label="Ward"
            defaultValue={ward ?? ""}
            options={[
              { value: "", label: "All wards" },
              ...wards.map((each) => ({ value: each, label: each })),
              { value: NO_WARD, label: "Not known" },
            ]}
          />
        </Filters>
        {worth.length === 0 ? (
          <EmptyState
            title="Nothing here waits for a visit"
            action={<LinkButton href={`/${borough}/visits`}>See all visits</LinkButton>}
          >
            <p>Every business in scope has a visit planned, or there is none in this ward.</p>
          </EmptyState>
        ) : (
          byWard(worth).map(([name, rows]) => (
            <section key={name} className="mb-6">
              <h3 className="mb-2">
                {name || "Ward not known"}{" "}
                <span className="font-normal text-ink-2">({rows.length})</span>
              </h3>
              <ul className="space-y-3">
                {rows.map((row) => (
                  <WorthCard key={row.id} borough={borough} row={row} today={today} />
                ))}
              </ul>
            </section>
          ))
        )}
      </section>
    </div>
  );
}
