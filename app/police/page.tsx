import type { Metadata } from "next";
import { TileMap } from "@/components/charts/tile-map";
import { PageHeading } from "@/components/layout/page-heading";
import { Definition } from "@/components/ui/definition";
import { Download } from "@/components/ui/download";
import { Filters, SelectFilter } from "@/components/ui/filters";
import { SectionHeading } from "@/components/ui/section-heading";
import { requirePolice } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { shortBoroughName } from "@/lib/boroughs/short-names";
import { asViewer } from "@/lib/command";
import { choiceQuery, readChoice, SECTORS, SHOWN } from "@/lib/coverage/choice";
import { MEASURES } from "@/lib/coverage/model";
import { listBoroughCounts } from "@/lib/coverage/queries";
import { shareAt } from "@/lib/coverage/series";
import { monthStart } from "@/lib/dates";
import { formatDate, formatNumber, formatShare } from "@/lib/format";
import { CoverageTable } from "./_coverage/table";

export const metadata: Metadata = { title: "Coverage" };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function PoliceCoveragePage({ searchParams }: { searchParams: Query }) {
  const viewer = await requirePolice();
  const choice = readChoice(await searchParams);
  const { today, boroughs, cells } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    boroughs: await listBoroughs(ctx),
    cells: await listBoroughCounts(ctx, viewer.countBoroughs),
  }));
  const query = choiceQuery(choice);
  const filter = choice.sector ? { sector: choice.sector } : {};
  const month = monthStart(today);
  const rows = boroughs.map((borough) => ({
    ...borough,
    ...shareAt(cells, choice.measure, month, { ...filter, boroughCode: borough.code }),
    own: viewer.boroughs.includes(borough.code),
  }));
  const own = rows.filter((row) => row.own);
  const london = shareAt(cells, choice.measure, month, filter);
  const title = `${choice.sectorLabel}: ${choice.measureLabel}`;

  return (
    <>
      <PageHeading
        title="Coverage"
        lede={`Figures as of today, ${formatDate(today)}. Your boroughs open to their businesses; for the rest of London you see counts only.`}
        tools={<Download href={`/api/exports/police/coverage?${query}`} what="every borough" />}
      />
      <Filters action="/police" submitLabel="Show">
        <SelectFilter
          name="measure"
          label="What is counted"
          defaultValue={choice.measure}
          options={SHOWN.map(({ value, label }) => ({ value, label }))}
        />
        <SelectFilter
          name="sector"
          label="Sector"
          defaultValue={choice.sector}
          options={[
            { value: "", label: "All sectors" },
            ...SECTORS.map(({ code, pluralLabel }) => ({ value: code, label: pluralLabel })),
          ]}
        />
      </Filters>
      <div className="mb-9">
        <CoverageTable caption={`Your boroughs. ${title}`} rows={own} query={query} />
      </div>
      <section className="mb-9">
        <SectionHeading
          title="All of London"
          lede={`${title}: ${formatNumber(london.met)} of ${formatNumber(london.of)} businesses in scope, ${formatShare(london.met, london.of)}. Your boroughs are outlined.`}
        />
        <TileMap
          title={title}
          tiles={rows.map((row) => ({
            code: row.code,
            name: row.name,
            short: shortBoroughName(row.name),
            row: row.tileRow,
            column: row.tileColumn,
            met: row.met,
            of: row.of,
            own: row.own,
            ...(row.own ? { href: `/police/boroughs/${row.code}?${query}` } : {}),
          }))}
        />
      </section>
      <CoverageTable
        caption={`Every borough, the thinnest coverage first. ${title}`}
        rows={rows.toSorted(byThinness)}
        query={query}
      />
      <div className="mt-4">
        {MEASURES.map((measure) => (
          <Definition key={measure.id} term={measure.label}>
            {measure.definition}
          </Definition>
        ))}
      </div>
    </>
  );
}

const byThinness = (a: { met: number; of: number }, b: { met: number; of: number }) => {
  if (a.of === 0 || b.of === 0) return Number(a.of === 0) - Number(b.of === 0);
  return a.met / a.of - b.met / b.of;
};
