import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShareBar } from "@/components/charts/share-bar";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { DataTable } from "@/components/ui/data-table";
import { Download } from "@/components/ui/download";
import { Filters, SelectFilter } from "@/components/ui/filters";
import { AppLink } from "@/components/ui/link";
import { requirePolice } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import { choiceQuery, readChoice, SECTORS, SHOWN } from "@/lib/coverage/choice";
import { MEASURES } from "@/lib/coverage/model";
import { listBusinessesForPolice } from "@/lib/coverage/police-queries";
import { listCellSums } from "@/lib/coverage/queries";
import { shareAt } from "@/lib/coverage/series";
import { monthStart } from "@/lib/dates";
import { formatDate, formatNumber, plural } from "@/lib/format";
import { Standing } from "../../_coverage/standing";

export const metadata: Metadata = { title: "Borough coverage" };

interface Props {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PoliceBoroughPage({ params, searchParams }: Props) {
  const { borough: code } = await params;
  const query = await searchParams;
  const viewer = await requirePolice();
  if (!viewer.boroughs.includes(code)) notFound();
  const choice = readChoice(query);
  const after = typeof query.after === "string" ? query.after : undefined;
  const { today, borough, cells, page } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    borough: (await listBoroughs(ctx)).find((row) => row.code === code),
    cells: await listCellSums(ctx),
    page: await listBusinessesForPolice(ctx, code, {
      gap: choice.measure,
      ...(choice.sector ? { sector: choice.sector } : {}),
      ...(after ? { after } : {}),
    }),
  }));
  if (!borough) notFound();
  const month = monthStart(today);
  const here = `/police/boroughs/${code}`;
  const whole = shareAt(cells, choice.measure, month, {
    boroughCode: code,
    ...(choice.sector ? { sector: choice.sector } : {}),
  });

  return (
    <>
      <Breadcrumbs items={[{ href: "/police", label: "Coverage" }]} />
      <PageHeading
        title={borough.name}
        lede={`${borough.policeArea}. Figures as of today, ${formatDate(today)}. No names of people are shown to police.`}
      />
      <DataTable
        caption="Coverage by sector"
        rowKey={(row) => row.key}
        rows={SECTORS.flatMap((sector) =>
          MEASURES.map((measure) => ({
            key: `${sector.code} ${measure.id}`,
            sector: sector.pluralLabel,
            measure: measure.label,
            ...shareAt(cells, measure.id, month, { boroughCode: code, sector: sector.code }),
          })),
        )}
        columns={[
          { key: "sector", header: "Sector", rowHeader: true, cell: (row) => row.sector },
          { key: "measure", header: "Measure", cell: (row) => row.measure },
          { key: "met", header: "Meet", numeric: true, cell: (row) => formatNumber(row.met) },
          { key: "of", header: "In scope", numeric: true, cell: (row) => formatNumber(row.of) },
          { key: "share", header: "Share", cell: (row) => <ShareBar met={row.met} of={row.of} /> },
        ]}
      />
      <h2 className="mt-9 mb-3">Businesses that do not meet it yet</h2>
      <Filters action={here} submitLabel="Show">
        <SelectFilter
          name="measure"
          label="What they do not meet"
          defaultValue={choice.measure}
          options={SHOWN.map(({ value, label }) => ({ value, label }))}
        />
        <SelectFilter
          name="sector"
          label="Sector"
          defaultValue={choice.sector}
          options={[
            { value: "", label: "All sectors" },
            ...SECTORS.map((sector) => ({ value: sector.code, label: sector.pluralLabel })),
          ]}
        />
      </Filters>
      {page.rows.length === 0 ? (
        <EmptyState title="None">
          <p>
            {whole.of === 0
              ? "No business of this sector is in scope yet."
              : "Every business in scope meets this measure."}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption={`${choice.measureLabel}: ${plural(whole.of - whole.met, "business does", "businesses do")} not meet it, of ${formatNumber(whole.of)} in scope`}
          rowKey={(row) => row.id}
          rows={page.rows}
          columns={[
            {
              key: "name",
              header: "Business",
              rowHeader: true,
              cell: (row) => (
                <AppLink href={`/police/businesses/${code}/${row.id}`}>{row.name}</AppLink>
              ),
            },
            { key: "postcode", header: "Postcode", cell: (row) => row.postcode },
            {
              key: "trained",
              header: "Trained",
              numeric: true,
              cell: (row) =>
                row.headcount === null
                  ? "headcount not declared"
                  : `${formatNumber(row.trained)} of ${formatNumber(Math.max(row.headcount, row.listed))}`,
            },
            { key: "standing", header: "Meets", cell: (row) => <Standing met={row.met} /> },
          ]}
        />
      )}
      <Pager
        shownText={`Showing ${formatNumber(page.rows.length)} of ${plural(whole.of - whole.met, "business", "businesses")}`}
        {...(after ? { previousHref: `${here}?${choiceQuery(choice)}` } : {})}
        {...(page.next
          ? { nextHref: `${here}?${choiceQuery(choice)}&after=${encodeURIComponent(page.next)}` }
          : {})}
      />
      {page.rows.length > 0 ? (
        <div className="mt-4">
          <Download
            href={`/api/exports/police/businesses?borough=${code}&${choiceQuery(choice)}`}
            what="businesses that do not meet it"
          />
        </div>
      ) : null}
    </>
  );
}
