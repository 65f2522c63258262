import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { DataTable } from "@/components/ui/data-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { requireBorough, requireHolder } from "@/lib/auth/current";
import { asCells, changesOf, type FigureChange, LOOKED_AT } from "@/lib/coverage/history-model";
import { getReport, listReportFigures } from "@/lib/coverage/history-queries";
import { monthStart } from "@/lib/dates";
import { formatDate, formatMoment, formatNumber, plural } from "@/lib/format";
import { listSectors } from "@/lib/sectors/queries";
import { MeasureTable } from "../_parts/measure-table";

export const metadata: Metadata = { title: "Signed-off report" };

interface PageProps {
  params: Promise<{ borough: string; report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReportPage({ params, searchParams }: PageProps) {
  const { borough, report: given } = await params;
  const reportId = idOrNotFound(given);
  const viewer = await requireBorough(borough);
  const holder = await requireHolder();
  const name = holder.memberships.find((m) => m.boroughCode === borough)?.boroughName ?? borough;
  const { report, figures, sectors, today } = await readOrNotFound(viewer, async (ctx) => {
    const found = await getReport(ctx, reportId);
    return {
      report: found,
      figures: await listReportFigures(ctx, found),
      sectors: await listSectors(ctx),
      today: ctx.today,
    };
  });
  const month = monthStart(report.asAt);
  const labels = new Map(sectors.map((sector) => [sector.code, sector.pluralLabel]));

  return (
    <>
      <Breadcrumbs items={[{ href: `/${borough}/history`, label: "History" }]} />
      {textOf(await searchParams, "done") === "signed" ? (
        <Notice kind="success" title="The month is signed off">
          <p>These figures are kept as they are now.</p>
        </Notice>
      ) : null}
      <PageHeading
        caption={`${name}: signed-off report`}
        title={`As at ${formatDate(report.asAt)}`}
        lede={`Signed off by ${report.signedName} on ${formatMoment(report.signedAt)}. Compared with the same month as it reads on ${formatDate(today)}.`}
      />
      <MeasureTable
        caption="Businesses that met each count, out of those it is counted for"
        month={month}
        signed={asCells(figures, "signed", month)}
        now={asCells(figures, "now", month)}
      />
      <Changes changes={changesOf(figures)} sectors={labels} />
    </>
  );
}

function Changes({ changes, sectors }: { changes: FigureChange[]; sectors: Map<string, string> }) {
  const label = new Map<string, string>([
    ["in_scope", "In scope"],
    ...LOOKED_AT.map((each) => [each.id, each.label] as const),
  ]);
  const shown = changes.filter((change) => label.has(change.measure));
  return (
    <section className="mt-9">
      <SectionHeading
        title="What has changed since"
        lede={
          shown.length === 0
            ? undefined
            : `${plural(shown.length, "figure of a place reads", "figures of a place read")} otherwise today: late or corrected records, businesses that moved ward or sector, or wards that were not known.`
        }
      />
      {shown.length === 0 ? (
        <EmptyState title="Nothing has changed since">
          <p>Every figure of this month reads today as it was signed.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Figures that differ, by sector and ward"
          hideCaption
          rows={shown}
          rowKey={(row) => `${row.measure} ${row.sector} ${row.ward}`}
          columns={[
            {
              key: "count",
              header: "Count",
              rowHeader: true,
              cell: (row) => label.get(row.measure),
            },
            {
              key: "sector",
              header: "Sector",
              cell: (row) => sectors.get(row.sector) ?? row.sector,
            },
            { key: "ward", header: "Ward", cell: (row) => row.ward || "Ward not known" },
            {
              key: "signed",
              header: "As signed",
              numeric: true,
              cell: (row) => formatNumber(row.signed),
            },
            { key: "now", header: "Today", numeric: true, cell: (row) => formatNumber(row.now) },
            {
              key: "change",
              header: "Change",
              numeric: true,
              cell: (row) =>
                `${row.now > row.signed ? "+" : "−"}${formatNumber(Math.abs(row.now - row.signed))}`,
            },
          ]}
        />
      )}
    </section>
  );
}
