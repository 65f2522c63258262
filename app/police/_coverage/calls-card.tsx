import { Card } from "@/components/ui/card";
import { AppLink } from "@/components/ui/link";
import { NEVER_A_TARGET, quarterLabel } from "@/lib/aims/call-model";
import type { AreaQuarter } from "@/lib/aims/police-queries";
import { totalText } from "./calls-text";

/** Beside Pursue, as context: what the newest quarter says of the reader's own areas. */
export function CallsCard({ areas }: { areas: AreaQuarter[] }) {
  if (areas.length === 0) return null;
  return (
    <Card
      title="101 calls that quoted the operation"
      more={<AppLink href="/police/calls">By borough and quarter</AppLink>}
    >
      <ul className="mb-2">
        {areas.map(({ area, quarter, total, partial }) => (
          <li key={area}>
            {area}, {quarterLabel(quarter)}: <b>{totalText(total, partial)}</b>
          </li>
        ))}
      </ul>
      <p className="max-w-read text-ink-2 text-sm">{NEVER_A_TARGET}</p>
    </Card>
  );
}
