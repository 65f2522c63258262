import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { formatNumber } from "@/lib/format";
import { PRACTICE_AIMS, type PracticeAim } from "@/lib/practices/model";
import type { PracticeItemRow, PracticeStateRow } from "@/lib/practices/queries";

const TITLES: Record<PracticeAim, string> = {
  prevent: "Materials on display (Prevent)",
  protect: "Working practices (Protect)",
  pursue: "Records (Pursue)",
};

type PracticeCountsProps = { items: PracticeItemRow[]; states: PracticeStateRow[] };

/** How many of the essential practices an officer of the borough has confirmed, by aim. */
export function PracticeCounts({ items, states }: PracticeCountsProps) {
  const essential = items.filter((item) => item.level === "essential");
  const confirmed = new Set(
    states.filter((state) => state.confirmedUntil !== null).map((state) => state.itemCode),
  );
  return (
    <section aria-labelledby="practices">
      <SectionHeading
        id="practices"
        title="Practices confirmed"
        lede="Essential practices of its sector that the borough's officers have confirmed, and that have not lapsed."
      />
      <SummaryList
        rows={PRACTICE_AIMS.map((aim) => {
          const asked = essential.filter((item) => item.aim === aim);
          const kept = asked.filter((item) => confirmed.has(item.code)).length;
          return {
            label: TITLES[aim],
            value:
              asked.length === 0
                ? "None asked of its sector"
                : `${formatNumber(kept)} of ${formatNumber(asked.length)}`,
          };
        })}
      />
    </section>
  );
}
