import type { Metadata } from "next";
import { TrendLine } from "@/components/charts/trend-line";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { FilterTags, SelectFilter } from "@/components/ui/filters";
import { SectionHeading } from "@/components/ui/section-heading";
import { requirePolice } from "@/lib/auth/current";
import { choiceQuery, type Query } from "@/lib/coverage/choice";
import { NO_WARD } from "@/lib/coverage/london-queries";
import { monthStart } from "@/lib/dates";
import { formatDate, formatMonth } from "@/lib/format";
import { FilterForm } from "../../_coverage/filter-form";
import { isYesOrNo, optionLabel, titleOf } from "../../_coverage/words";
import { Businesses } from "./_parts/businesses";
import { type BoroughView, loadBorough } from "./_parts/load";
import { MeasureTable } from "./_parts/measures";
import { PlaceTables, wardsOf } from "./_parts/places";

export const metadata: Metadata = { title: "Borough coverage" };

interface Props {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Query>;
}

export default async function PoliceBoroughPage({ params, searchParams }: Props) {
  const { borough: code } = await params;
  const query = await searchParams;
  const viewer = await requirePolice();
  const view = await loadBorough(viewer, code, query);
  const { borough, choice, month, months, points, today } = view;
  const when = month === monthStart(today) ? formatDate(today) : formatMonth(month);
  const title = `${titleOf(choice)}, ${when}`;

  return (
    <>
      <Breadcrumbs
        items={[{ href: `/police?${choiceQuery(choice, { ward: undefined })}`, label: "Coverage" }]}
      />
      {query.done === "confirmed" ? (
        <Notice kind="success" title="The call handlers’ training is confirmed">
          It holds for 12 months, to the end of that month.
        </Notice>
      ) : null}
      <PageHeading
        title={borough.name}
        lede={`${borough.policeArea}. Figures of ${when}.`}
        tools={
          <LinkButton href={`/police/boroughs/${code}/call-handlers`} variant="ghost">
            Confirm call handlers’ training
          </LinkButton>
        }
      />
      <FilterForm action={`/police/boroughs/${code}`} choice={choice} months={months}>
        <SelectFilter
          name="ward"
          label="Ward"
          defaultValue={choice.ward}
          options={[{ value: "", label: "All wards" }, ...wardsOf(view)]}
        />
      </FilterForm>
      <FilterTags tags={tagsOf(view)} clearHref={`/police/boroughs/${code}`} />
      <section aria-labelledby="over-time" className="mb-10">
        <SectionHeading id="over-time" title={title} lede={choice.count.definition} />
        {isYesOrNo(choice.count) ? null : (
          <TrendLine
            title={titleOf(choice)}
            aim={choice.count.aim}
            fileHref={`/police/boroughs/${code}/trend.svg?${choiceQuery(choice, {})}`}
            points={points.map((point) => ({ ...point, month: point.month.slice(0, 7) }))}
          />
        )}
      </section>
      <PlaceTables view={view} />
      <section aria-labelledby="every-measure" className="mb-10">
        <SectionHeading
          id="every-measure"
          title="Every aim and measure"
          lede="Choose one to see it over time, by sector and ward, and the businesses behind it."
        />
        <MeasureTable view={view} caption={`${borough.name}, ${choice.sectorLabel}, ${when}`} />
      </section>
      <Businesses view={view} after={typeof query.after === "string"} />
    </>
  );
}

/** What is narrowed, each a link that takes it away. */
function tagsOf({ choice, month, borough }: BoroughView) {
  const without = (name: "measure" | "sector" | "ward" | "month") =>
    `/police/boroughs/${borough.code}?${choiceQuery(choice, { [name]: undefined })}`;
  const ward = choice.ward === NO_WARD ? "Ward not known" : choice.ward;
  return [
    ...(choice.count.id === "prevent"
      ? []
      : [{ label: optionLabel(choice.count), removeHref: without("measure") }]),
    ...(choice.sector ? [{ label: choice.sectorLabel, removeHref: without("sector") }] : []),
    ...(ward ? [{ label: ward, removeHref: without("ward") }] : []),
    ...(choice.month ? [{ label: formatMonth(month), removeHref: without("month") }] : []),
  ];
}
