import { EmptyState } from "@/components/layout/empty-state";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { ReportRow } from "@/lib/coverage/history-queries";
import { formatDate, formatMoment, formatMonth } from "@/lib/format";

interface ReportsProps {
  borough: string;
  rows: ReportRow[];
  /** The month an administrator may sign off, as yyyy-mm; null for others. */
  toSign: string | null;
}

/** Months that were signed off: their figures stay as they were. */
export function Reports({ borough, rows, toSign }: ReportsProps) {
  return (
    <section className="mt-10">
      <SectionHeading
        title="Signed-off reports"
        lede="A signed-off report keeps its figures for good, and says what has changed since."
      />
      {rows.length === 0 ? (
        <EmptyState title="No month is signed off yet">
          <p>An administrator signs a month off when it is over and its figures are checked.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Signed-off reports, the newest month first"
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "month",
              header: "Month",
              rowHeader: true,
              cell: (row) => (
                <AppLink href={`/${borough}/history/${row.id}`}>
                  As at {formatDate(row.asAt)}
                </AppLink>
              ),
            },
            { key: "by", header: "Signed off by", cell: (row) => row.signedName },
            { key: "on", header: "On", cell: (row) => formatMoment(row.signedAt) },
          ]}
        />
      )}
      {toSign ? (
        <p className="mt-4 print:hidden">
          <LinkButton href={`/${borough}/history/sign?month=${toSign}`} variant="ghost">
            Sign off {formatMonth(toSign)}
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}
