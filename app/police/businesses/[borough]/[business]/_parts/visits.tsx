import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { VisitRow } from "@/lib/coverage/police-business-queries";
import { formatDate } from "@/lib/format";

const OUTCOMES: Record<string, string> = {
  seen: "Visited, somebody in charge seen",
  closed: "The premises were closed",
  nobody_in_charge: "Nobody in charge was there",
  refused: "The visit was refused",
};

/** Visits of the borough's officers: days and outcomes, never who went. */
export function Visits({ visits, today }: { visits: VisitRow[]; today: string }) {
  return (
    <section aria-labelledby="visits">
      <SectionHeading id="visits" title="Visits by the borough" />
      {visits.length === 0 ? (
        <p className="text-ink-2">No visit has been made or planned.</p>
      ) : (
        <ul className="border-line border-t">
          {visits.map((visit) => (
            <li
              key={`${visit.state} ${visit.on} ${visit.outcome} ${visit.nextVisitOn}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line border-b py-3"
            >
              <span>
                {formatDate(visit.on)}
                <span className="block text-ink-2 text-sm">{whatOf(visit)}</span>
              </span>
              <StateTag visit={visit} today={today} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function whatOf(visit: VisitRow): string {
  if (visit.state === "planned") return "Planned";
  const outcome = OUTCOMES[visit.outcome ?? ""] ?? "Visited";
  const next = visit.nextVisitOn ? ` Next visit by ${formatDate(visit.nextVisitOn)}.` : "";
  return `${outcome}.${next}`;
}

function StateTag({ visit, today }: { visit: VisitRow; today: string }) {
  if (visit.state === "planned") {
    return visit.on < today ? <Tag tone="late">Overdue</Tag> : <Tag tone="plain">To come</Tag>;
  }
  return visit.outcome === "seen" ? <Tag tone="ok">Done</Tag> : <Tag tone="due">Not seen</Tag>;
}
