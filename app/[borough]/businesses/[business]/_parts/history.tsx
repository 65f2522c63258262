import { SectionHeading } from "@/components/ui/section-heading";
import { STAGE_LABELS } from "@/lib/businesses/model";
import type { Stage } from "@/lib/db/schema/businesses";
import { formatDate } from "@/lib/format";

interface HistoryProps {
  history: readonly { id: string; stage: Stage; fromOn: string }[];
}

/** Every stage the business has been in, the newest first. */
export function History({ history }: HistoryProps) {
  return (
    <section>
      <SectionHeading title="History" />
      <ol className="border-line border-l-2">
        {history.map((change) => (
          <li key={change.id} className="pb-3 pl-4 last:pb-0">
            <span className="font-semibold">
              {change.stage === "in_scope" ? "In scope, not invited" : STAGE_LABELS[change.stage]}
            </span>
            <span className="block text-ink-2 text-sm">from {formatDate(change.fromOn)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
