import type { Metadata } from "next";
import { textOf } from "@/app/[borough]/_page/read";
import { TrendLine } from "@/components/charts/trend-line";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { FilterTags } from "@/components/ui/filters";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { asViewer } from "@/lib/command";
import { monthsOf, shareIn, wardsOf } from "@/lib/coverage/history-model";
import { findNewestCheck, listPlaceCells, listReports } from "@/lib/coverage/history-queries";
import { monthEnd, monthStart } from "@/lib/dates";
import { formatDate, formatNumber } from "@/lib/format";
import { listSectors } from "@/lib/sectors/queries";
import { CheckNotice, checkedLine } from "./_parts/check-notice";
import { HistoryFilters, placesOf, tagsOf } from "./_parts/filters";
import { PlaceTable, placeRows } from "./_parts/place-table";
import { Reports } from "./_parts/reports";
import { repairCoverageAction } from "./actions";
import { addressOf, isOver, readChoice, trendOf } from "./choice";

export const metadata: Metadata = { title: "History" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function HistoryPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const { choice, today, cells, sectors, reports, check } = await asViewer(viewer, async (ctx) => {
    const chosen = readChoice(query, ctx.today);
    return {
      choice: chosen,
      today: ctx.today,
      cells: await listPlaceCells(ctx, chosen.measure),
      sectors: await listSectors(ctx),
      reports: await listReports(ctx),
      check: await findNewestCheck(ctx),
    };
  });
  const { measure, at, place } = choice;
  const path = `/${borough}/history`;
  const wards = wardsOf(cells);
  const months = monthsOf(cells, today);
  const asAt = isOver(at, today) ? `As at ${formatDate(monthEnd(at))}` : "As of today";
  const whole = shareIn(cells, measure, at, place);
  const places = placesOf(path, choice, sectors, wards);

  return (
    <>
      <CheckNotice
        check={check}
        repair={
          may(viewer.role, "coverage.repair") ? repairCoverageAction.bind(null, borough) : null
        }
        asked={textOf(query, "done") === "recount"}
      />
      {textOf(query, "done") === "signed" ? (
        <Notice kind="success" title="The month is signed off" />
      ) : null}
      <PageHeading
        title="History"
        lede={`Coverage month by month. A month is judged by its last day; a late or corrected record may change a past one. ${checkedLine(check)}`}
        tools={
          <LinkButton href={`/${borough}/wards`} variant="ghost">
            Wards
          </LinkButton>
        }
      />
      <HistoryFilters
        path={path}
        choice={choice}
        sectors={sectors}
        wards={wards}
        months={months}
        today={today}
      />
      <FilterTags tags={tagsOf(path, choice, sectors)} clearHref={path} />
      <h2 className="mb-1">
        {asAt}: {formatNumber(whole.met)} of {formatNumber(whole.of)}
      </h2>
      <p className="mb-4 text-ink-2">{choice.label}</p>
      {whole.of === 0 ? (
        <EmptyState title="Nothing was in scope here in this month">
          <p>Choose a later month, or take a filter away.</p>
        </EmptyState>
      ) : (
        <>
          <TrendLine
            title={choice.label}
            points={trendOf(cells, choice)}
            aim={choice.aim}
            fileHref={`${path}/trend.svg?${addressOf(query)}`}
          />
          <div className="mt-8 grid items-start gap-8 lg:grid-cols-2">
            <PlaceTable
              caption={`${asAt}, by sector`}
              heading="Sector"
              aim={choice.aim}
              rows={placeRows(cells, measure, at, places.sectors)}
            />
            <PlaceTable
              caption={`${asAt}, by ward`}
              heading="Ward"
              aim={choice.aim}
              rows={placeRows(cells, measure, at, places.wards)}
            />
          </div>
        </>
      )}
      <Reports
        borough={borough}
        rows={reports}
        toSign={may(viewer.role, "report.sign") ? monthToSign(at, today) : null}
      />
    </>
  );
}

/** The month looked at when it is over, or else the last one that is. */
function monthToSign(at: string, today: string): string {
  return (isOver(at, today) ? at : monthStart(today, -1)).slice(0, 7);
}
