import { AimCard } from "@/components/charts/aim-card";
import { AppLink } from "@/components/ui/link";
import { type Aim, NOT_YET_MEASURED } from "@/lib/coverage/model";
import { type CellSum, shareAt } from "@/lib/coverage/series";
import { monthStart } from "@/lib/dates";
import { formatMonth, formatNumber } from "@/lib/format";

interface AimCardsProps {
  borough: string;
  cells: readonly CellSum[];
  today: string;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
const notYet = (aim: Aim) => `Not yet measured: ${list.format(NOT_YET_MEASURED[aim])}.`;

/** The four aims: how many businesses meet what is measured so far, and what is not measured yet. */
export function AimCards({ borough, cells, today }: AimCardsProps) {
  const counted = (aim: "prevent" | "pursue") => ({
    ...shareAt(cells, aim, monthStart(today)),
    href: `/${borough}/businesses?meets=${aim}`,
  });
  return (
    <section aria-label="The four aims">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <AimCard
          aim="prepare"
          label="Prepare"
          count={null}
          what="what the borough itself has in place"
          notMeasured={notYet("prepare")}
        />
        <AimCard
          aim="prevent"
          label="Prevent"
          count={counted("prevent")}
          what="businesses enrolled and trained"
          note={<Change aim="prevent" cells={cells} today={today} />}
          notMeasured={notYet("prevent")}
        />
        <AimCard
          aim="protect"
          label="Protect"
          count={null}
          what="businesses with every essential practice"
          notMeasured={notYet("protect")}
        />
        <AimCard
          aim="pursue"
          label="Pursue"
          count={counted("pursue")}
          what="businesses ready to report"
          note={<Change aim="pursue" cells={cells} today={today} />}
          notMeasured={notYet("pursue")}
        />
      </div>
      <p className="mt-3 text-sm print:hidden">
        <AppLink href={`/${borough}/measures`}>What these figures count</AppLink>
      </p>
    </section>
  );
}

function Change({
  aim,
  cells,
  today,
}: { aim: "prevent" | "pursue" } & Omit<AimCardsProps, "borough">) {
  const before = monthStart(today, -1);
  const change = shareAt(cells, aim, monthStart(today)).met - shareAt(cells, aim, before).met;
  const month = formatMonth(before);
  if (change === 0) return <>No change since {month}</>;
  return (
    <>
      {change > 0 ? "+" : "−"}
      {formatNumber(Math.abs(change))} since {month}
    </>
  );
}
