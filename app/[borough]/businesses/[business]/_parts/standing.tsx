import { DataTable } from "@/components/ui/data-table";
import { Definition } from "@/components/ui/definition";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { StaffCounts, StandingRow } from "@/lib/businesses/detail-queries";
import { isInScope } from "@/lib/businesses/model";
import { AIM_LABELS, MEASURES, type MeasureDefinition } from "@/lib/coverage/model";
import type { Stage } from "@/lib/db/schema/businesses";
import { formatMonth, formatNumber } from "@/lib/format";

interface People {
  headcount: number | null;
  counts: StaffCounts;
  /** Percent of the people who must hold a certificate. */
  share: number;
}

interface StandingProps {
  stage: Stage;
  standing: readonly StandingRow[];
  people: People;
}

/** How many hold the certificate, of how many, and how many are needed. */
function countOf(measure: MeasureDefinition, { headcount, counts, share }: People): string {
  if (measure.id === "enrolled") return "–";
  if (headcount === null) return "No headcount yet";
  const whole = Math.max(headcount, counts.confirmed);
  const held = measure.id === "trained" ? counts.trained : counts.reporting;
  const needed = Math.ceil((whole * share) / 100);
  const managers =
    measure.id === "trained" && counts.managersTrained < counts.managers
      ? "; its manager is not trained"
      : "";
  return `${formatNumber(held)} of ${formatNumber(whole)} people, ${formatNumber(needed)} needed${managers}`;
}

function State({ row }: { row: StandingRow | undefined }) {
  if (row?.metSince) {
    return (
      <div>
        <Tag tone={row.metUntil ? "late" : "ok"}>{row.metUntil ? "Met, lapsing" : "Met"}</Tag>
        <span className="mt-1 block text-ink-2 text-sm">
          since {formatMonth(row.metSince)}
          {row.metUntil ? `, not from ${formatMonth(row.metUntil)} as things stand` : ""}
        </span>
      </div>
    );
  }
  return (
    <div>
      <Tag tone="off">Not met</Tag>
      {row?.lostIn ? (
        <span className="mt-1 block text-ink-2 text-sm">lost in {formatMonth(row.lostIn)}</span>
      ) : null}
    </div>
  );
}

/** What the business meets this month, exactly as the dashboard counts it. */
export function Standing({ stage, standing, people }: StandingProps) {
  return (
    <section>
      <SectionHeading title="Where it stands" />
      {isInScope(stage) ? null : (
        <p className="mb-3 text-ink-2">It is not in scope, so it counts in no figure.</p>
      )}
      <DataTable
        caption="What this business meets this month"
        hideCaption
        rows={[...MEASURES]}
        rowKey={(measure) => measure.id}
        columns={[
          {
            key: "measure",
            header: "Measure",
            rowHeader: true,
            cell: (measure) => (
              <div>
                <span className="font-semibold">{measure.label}</span>
                <span className="block text-ink-2 text-sm">{AIM_LABELS[measure.aim]}</span>
              </div>
            ),
          },
          {
            key: "state",
            header: "This month",
            cell: (measure) => <State row={standing.find((row) => row.measure === measure.id)} />,
          },
          { key: "count", header: "People", cell: (measure) => countOf(measure, people) },
        ]}
      />
      <div className="mt-2 flex flex-wrap gap-x-6 print:hidden">
        {MEASURES.map((measure) => (
          <Definition key={measure.id} term={measure.label}>
            {measure.definition}
          </Definition>
        ))}
      </div>
    </section>
  );
}
