import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import type { VisitRow } from "@/lib/visits/queries";

/** The visits this officer makes today, each with its form one press away. */
export function PlannedToday({ borough, rows }: { borough: string; rows: VisitRow[] }) {
  if (rows.length === 0) {
    return (
      <p className="text-ink-2">Nothing is planned for you today. Start from the list below.</p>
    );
  }
  return (
    <ul className="space-y-3">
      {rows.map((row) => (
        <li key={row.id} className="rounded-lg border border-line bg-paper p-4">
          <h3 className="text-lg">
            <AppLink href={`/${borough}/visits/${row.id}`}>{row.businessName}</AppLink>
          </h3>
          <p className="mb-3 text-ink-2 text-sm">
            {row.ward ?? "Ward not known"}, {row.postcode}
          </p>
          <LinkButton href={`/${borough}/visits/${row.id}/record`} variant="wide">
            Start the visit
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
