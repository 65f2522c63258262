import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { AIM_LABELS, MEASURES } from "@/lib/coverage/model";
import type { PeriodRow } from "@/lib/coverage/police-business-queries";
import type { PoliceBusinessRow } from "@/lib/coverage/police-queries";
import { monthStart } from "@/lib/dates";
import { formatMonth } from "@/lib/format";

type MeasureListProps = { row: PoliceBusinessRow; periods: PeriodRow[]; today: string };

/** Each measure of the business: met or not, and since when. */
export function MeasureList({ row, periods, today }: MeasureListProps) {
  return (
    <section aria-labelledby="measures">
      <SectionHeading id="measures" title="What it meets" />
      <ul className="border-line border-t">
        {MEASURES.map((measure) => {
          const applies = measure.countedFor !== "late_business" || row.opensLate === true;
          const period = periods.find((one) => one.measure === measure.id);
          const met = row.met.includes(measure.id);
          return (
            <li
              key={measure.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line border-b py-3"
            >
              <span>
                <span className="font-semibold">{measure.label}</span>
                <span className="block text-ink-2 text-sm">
                  {AIM_LABELS[measure.aim]}.{" "}
                  {applies ? sinceText(period, met, today) : "Asked of premises open after 11pm."}
                </span>
              </span>
              {applies ? (
                <Tag tone={met ? "ok" : "off"}>{met ? "Met" : "Not met"}</Tag>
              ) : (
                <Tag tone="off">Does not apply</Tag>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function sinceText(period: PeriodRow | undefined, met: boolean, today: string): string {
  if (!period) return "Never met so far.";
  if (met) {
    const ends = period.metUntil ? ` It lapses at the end of ${lastMonth(period.metUntil)}.` : "";
    return `Since ${formatMonth(period.metFrom)}.${ends}`;
  }
  const ended = period.metUntil ?? today;
  return `Not since ${formatMonth(ended)}; met from ${formatMonth(period.metFrom)} before.`;
}

/** The last month of a period, which ends before `until`. */
const lastMonth = (until: string) => formatMonth(monthStart(until, -1));
