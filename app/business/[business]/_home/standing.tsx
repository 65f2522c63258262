import { ShareBar } from "@/components/charts/share-bar";
import { Card } from "@/components/ui/card";
import { Definition } from "@/components/ui/definition";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { MEASURES, type MeasureDefinition } from "@/lib/coverage/model";
import { formatDate, formatNumber, plural } from "@/lib/format";
import { standOf } from "@/lib/people/model";
import type { MeasureCounts } from "@/lib/people/standing-queries";

interface StandingProps {
  /** The list that the counts are counted from. */
  staffHref: string;
  enrolled: boolean;
  headcount: number | null;
  measures: MeasureCounts[];
}

/** How the business stands: each measure with what was counted, out of how many, and what is missing. */
export function Standing({ measures, ...common }: StandingProps) {
  return (
    <div className="grid gap-4">
      {MEASURES.filter((each) => each.id !== "enrolled").map((definition) => {
        const counts = measures.find((each) => each.measure === definition.id);
        return counts ? (
          <MeasureCard key={definition.id} {...common} definition={definition} counts={counts} />
        ) : null;
      })}
    </div>
  );
}

interface MeasureCardProps extends Omit<StandingProps, "measures"> {
  definition: MeasureDefinition;
  counts: MeasureCounts;
}

function MeasureCard({ staffHref, definition, enrolled, headcount, counts }: MeasureCardProps) {
  const managers = { managers: counts.managers, held: counts.managersHeld };
  const stand = standOf(
    { ...counts, headcount },
    definition.id === "trained" ? managers : undefined,
  );
  const met = stand.met && enrolled;
  const aim = definition.aim === "pursue" ? "pursue" : "prevent";
  return (
    <Card
      title={definition.label}
      more={<Tag tone={met ? "ok" : "due"}>{met ? "Met" : "Not met yet"}</Tag>}
    >
      <p className="font-bold text-2xl tabular-nums">
        <AppLink href={staffHref} className="text-ink decoration-line">
          {formatNumber(counts.held)} of {formatNumber(stand.whole)}
        </AppLink>
      </p>
      <p className="text-ink-2">
        {plural(counts.held, "person holds", "people hold")} a current certificate of{" "}
        {counts.courses.join(" and ")}.
      </p>
      <p className="my-2">
        <ShareBar met={counts.held} of={stand.whole} aim={aim} />
      </p>
      <p className="font-semibold">{stand.sentence}</p>
      <p className="mt-1 text-ink-2 text-sm">
        {headcount === null
          ? `The borough asks for ${counts.share}% of the people who work here.`
          : `The borough asks for ${counts.share}%: ${plural(stand.needed, "person", "people")} of ${formatNumber(stand.whole)}.`}
        {counts.lapsesOn
          ? ` ${plural(counts.lapsing, "certificate lapses", "certificates lapse")} soon, the first at the end of ${formatDate(counts.lapsesOn)}.`
          : ""}
      </p>
      <div className="mt-2">
        <Definition term={definition.label}>{definition.definition}</Definition>
      </div>
    </Card>
  );
}
