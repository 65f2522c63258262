import { EmptyState } from "@/components/layout/empty-state";
import { NextList } from "@/components/ui/next-list";
import { SectionHeading } from "@/components/ui/section-heading";
import type { BoroughWork } from "@/lib/coverage/actions";
import { nextActions } from "@/lib/coverage/next-actions";
import { formatDate } from "@/lib/format";

/** What an officer can do today, the most effect first; each opens the businesses it is about. */
export function NextActions({ borough, work }: { borough: string; work: BoroughWork }) {
  const actions = nextActions(work, formatDate(work.lapseOn));
  return (
    <section>
      <SectionHeading title="Do next" />
      {actions.length === 0 ? (
        <EmptyState title="Nothing is waiting for you">
          <p>Every business in scope is invited, asked and up to date.</p>
        </EmptyState>
      ) : (
        <NextList
          items={actions.map((action) => ({
            title: action.title,
            text: action.reason,
            gain: action.gain,
            gainTone: action.warning ? "late" : "ok",
            href: `/${borough}/businesses?${action.filter}`,
            action: action.button,
          }))}
        />
      )}
    </section>
  );
}
