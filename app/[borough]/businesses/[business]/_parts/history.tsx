import { SectionHeading } from "@/components/ui/section-heading";
import { STAGE_LABELS } from "@/lib/businesses/model";
import type { Stage } from "@/lib/db/schema/businesses";
import { formatDate } from "@/lib/format";

/** Every stage the business has been in, the newest first. */
export function History({ history }: { history: readonly { stage: Stage; fromOn: string }[] }) {
  return (
    <section>
      <SectionHeading title="History" />
      <ol className="border-line border-l-2">
        {history.map((change, position) => (
          <li
            // A stage may come back on the same day: the place in the list is its name.
            key={`${history.length - position} ${change.stage}`}
            className="pb-3 pl-4 last:pb-0"
          >
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
