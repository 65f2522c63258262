import { ShareBar } from "@/components/charts/share-bar";
import { TrendLine } from "@/components/charts/trend-line";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { GapRow } from "@/lib/coverage/actions";
import { type CellSum, shareAt, sharesOver } from "@/lib/coverage/series";
import { monthStart } from "@/lib/dates";
import { formatNumber } from "@/lib/format";
import type { SectorRow } from "@/lib/sectors/queries";

interface GapsProps {
  borough: string;
  cells: readonly CellSum[];
  sectors: readonly SectorRow[];
  gaps: readonly GapRow[];
  today: string;
}

/** Where Prevent is not met: by sector, over the year, and the largest businesses by name. */
export function Gaps({ borough, cells, sectors, gaps, today }: GapsProps) {
  const month = monthStart(today);
  const rows = sectors.map((sector) => ({
    ...sector,
    ...shareAt(cells, "prevent", month, { sector: sector.code }),
  }));
  return (
    <section>
      <SectionHeading
        title="Where the gaps are"
        more={<AppLink href={`/${borough}/businesses?gap=prevent`}>As a list</AppLink>}
      />
      <DataTable
        caption="Businesses meeting Prevent, by sector"
        rowKey={(row) => row.code}
        rows={rows}
        columns={[
          {
            key: "sector",
            header: "Sector",
            rowHeader: true,
            cell: (row) => (
              <AppLink href={`/${borough}/businesses?sector=${row.code}&gap=prevent`}>
                {row.pluralLabel}
              </AppLink>
            ),
          },
          { key: "met", header: "Meet", numeric: true, cell: (row) => formatNumber(row.met) },
          { key: "of", header: "In scope", numeric: true, cell: (row) => formatNumber(row.of) },
          { key: "share", header: "Share", cell: (row) => <ShareBar met={row.met} of={row.of} /> },
        ]}
      />
      <div className="mt-6">
        <TrendLine
          title="Businesses meeting Prevent"
          points={sharesOver(cells, "prevent", today, 12)}
        />
      </div>
      <LargestGaps borough={borough} gaps={gaps} sectors={sectors} />
    </section>
  );
}

function LargestGaps({ borough, gaps, sectors }: Pick<GapsProps, "borough" | "gaps" | "sectors">) {
  if (gaps.length === 0) return null;
  const label = new Map(sectors.map((sector) => [sector.code, sector.label]));
  return (
    <div className="mt-6">
      <DataTable
        caption="The largest businesses that do not meet Prevent yet"
        rowKey={(row) => row.id}
        rows={[...gaps]}
        columns={[
          {
            key: "name",
            header: "Business",
            rowHeader: true,
            cell: (row) => <AppLink href={`/${borough}/businesses/${row.id}`}>{row.name}</AppLink>,
          },
          { key: "sector", header: "Sector", cell: (row) => label.get(row.sector) ?? row.sector },
          {
            key: "headcount",
            header: "People",
            numeric: true,
            cell: (row) => (row.headcount === null ? "not declared" : formatNumber(row.headcount)),
          },
          { key: "state", header: "State", cell: (row) => <GapState row={row} /> },
        ]}
      />
    </div>
  );
}

function GapState({ row }: { row: GapRow }) {
  if (row.overdue) return <Tag tone="late">Overdue</Tag>;
  if (row.stage === "enrolled") return <Tag tone="due">Enrolled</Tag>;
  return row.stage === "invited" ? (
    <Tag tone="due">Invited</Tag>
  ) : (
    <Tag tone="off">Not invited</Tag>
  );
}
