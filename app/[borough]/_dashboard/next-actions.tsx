import { EmptyState } from "@/components/layout/empty-state";
import { AppLink } from "@/components/ui/link";
import { NextList } from "@/components/ui/next-list";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FollowUpId } from "@/lib/businesses/follow-up-kinds";
import type { BoroughFrame, UntrainedGroup } from "@/lib/coverage/dashboard-queries";
import { nextActions } from "@/lib/coverage/next-actions";

interface NextActionsProps {
  borough: string;
  counts: Partial<Record<FollowUpId, number>>;
  groups: readonly UntrainedGroup[];
  frame: BoroughFrame;
}

const SHOWN = 6;

/** What an officer can do today, the most effect first; each opens the businesses it is about. */
export function NextActions({ borough, counts, groups, frame }: NextActionsProps) {
  const actions = nextActions(counts, groups, frame.sectors).slice(0, SHOWN);
  return (
    <section>
      <SectionHeading
        title="Do next"
        more={<AppLink href={`/${borough}/week`}>Officer’s week</AppLink>}
      />
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
