import { ShareBar } from "@/components/charts/share-bar";
import { TrendLine } from "@/components/charts/trend-line";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { BoroughFrame } from "@/lib/coverage/dashboard-queries";
import { type CellSum, shareAt, sharesOver } from "@/lib/coverage/series";
import { targetOf } from "@/lib/coverage/targets";
import { monthStart } from "@/lib/dates";
import { formatNumber } from "@/lib/format";

interface GapsProps {
  borough: string;
  cells: readonly CellSum[];
  frame: BoroughFrame;
  today: string;
}

/** Where Prevent is not met, by sector and over the year; wards, late trading and chains a page on. */
export function Gaps({ borough, cells, frame, today }: GapsProps) {
  const month = monthStart(today);
  const rows = frame.sectors.map((sector) => ({
    ...sector,
    ...shareAt(cells, "prevent", month, { sector: sector.code }),
  }));
  return (
    <section>
      <SectionHeading
        title="Where the gaps are"
        more={<AppLink href={`/${borough}/gaps`}>By ward, late trading and chain</AppLink>}
      />
      <DataTable
        caption="Businesses meeting Prevent"
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
          target={targetOf("prevent", frame.targets)}
          fileHref={`/${borough}/history/trend.svg?count=prevent`}
        />
      </div>
    </section>
  );
}
