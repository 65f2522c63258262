import type { Metadata } from "next";
import { TileMap } from "@/components/charts/tile-map";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { Download } from "@/components/ui/download";
import { FilterTags, SelectFilter } from "@/components/ui/filters";
import { SectionHeading } from "@/components/ui/section-heading";
import { requirePolice } from "@/lib/auth/current";
import { choiceQuery, type Query } from "@/lib/coverage/choice";
import { monthStart } from "@/lib/dates";
import { formatDate, formatMonth, formatNumber } from "@/lib/format";
import { Answer } from "./_coverage/answer";
import { CallsCard } from "./_coverage/calls-card";
import { FilterForm } from "./_coverage/filter-form";
import { readOrder, sortLines } from "./_coverage/lines";
import { type LondonView, loadLondon } from "./_coverage/load";
import { CoverageTable } from "./_coverage/table";
import { figureText, optionLabel, titleOf } from "./_coverage/words";

export const metadata: Metadata = { title: "Coverage" };

export default async function PoliceCoveragePage({
  searchParams,
}: {
  searchParams: Promise<Query>;
}) {
  const viewer = await requirePolice();
  const query = await searchParams;
  const order = readOrder(query);
  const view = await loadLondon(viewer, query);
  const { choice, month, months, today, areaName } = view;
  const address = choiceQuery(choice);
  const when = month === monthStart(today) ? formatDate(today) : formatMonth(month);
  const title = `${titleOf(choice)}, ${areaName ?? "all London"}, ${when}`;

  return (
    <>
      <PageHeading
        title="Coverage"
        lede="Where is coverage thinnest, and since when? Your boroughs open to their businesses; for the rest of London you see counts only."
        tools={
          <a
            href={`/police/map.svg?${address}`}
            download={`coverage-${choice.count.id}-${month.slice(0, 7)}.svg`}
            className={buttonClass("ghost")}
          >
            Download the map
          </a>
        }
      />
      <FilterForm action="/police" choice={choice} months={months}>
        <SelectFilter
          name="area"
          label="Police area"
          defaultValue={choice.area}
          options={[{ value: "", label: "All London" }, ...view.areaOptions]}
        />
      </FilterForm>
      <FilterTags tags={tagsOf(view)} clearHref="/police" />
      <Answer view={view} />
      <section aria-labelledby="compared" className="mb-10">
        <SectionHeading
          id="compared"
          title={`Boroughs compared: ${title}`}
          lede={`${choice.count.definition} Every borough is counted on this one definition.`}
        />
        <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[5fr_7fr]">
          <div className="xl:sticky xl:top-4">
            <TileMap title={title} tiles={view.tiles} hideFigures />
            <p className="mt-2 text-ink-2 text-sm">
              All London: {figureText(view.london, choice)}. Your boroughs are outlined.
            </p>
          </div>
          <div>
            <CoverageTable
              caption={`${formatNumber(view.boroughs.length)} boroughs. “At this level” compares the steps of the map.`}
              heading="Borough"
              lines={sortLines(view.boroughs, order)}
              choice={choice}
              order={order}
            />
            <div className="mt-4">
              <Download href={`/api/exports/police/coverage?${address}`} what="every borough" />
            </div>
          </div>
        </div>
      </section>
      <section aria-labelledby="areas" className="mb-10">
        <SectionHeading
          id="areas"
          title="Police areas"
          lede="Each is the sum of its boroughs that have figures."
        />
        <CoverageTable
          caption={`Police areas. ${title}`}
          heading="Police area"
          lines={sortLines(view.areas, { sort: "share", descending: false })}
          choice={choice}
        />
      </section>
      <CallsCard areas={view.calls} />
    </>
  );
}

/** What is narrowed, each a link that takes it away. */
function tagsOf({ choice, month, areaName }: LondonView) {
  const without = (name: "measure" | "sector" | "area" | "month") =>
    `/police?${choiceQuery(choice, { [name]: undefined })}`;
  return [
    ...(choice.count.id === "prevent"
      ? []
      : [{ label: optionLabel(choice.count), removeHref: without("measure") }]),
    ...(choice.sector ? [{ label: choice.sectorLabel, removeHref: without("sector") }] : []),
    ...(areaName ? [{ label: areaName, removeHref: without("area") }] : []),
    ...(choice.month ? [{ label: formatMonth(month), removeHref: without("month") }] : []),
  ];
}
