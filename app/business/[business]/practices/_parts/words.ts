import { formatDate } from "@/lib/format";
import {
  isLapsing,
  NOT_APPLICABLE_LABELS,
  type NotApplicableReason,
  reasonLabel,
  statusOf,
} from "@/lib/practices/model";
import type { Practice } from "./read";

const isReason = (code: string | null): code is NotApplicableReason =>
  code !== null && Object.hasOwn(NOT_APPLICABLE_LABELS, code);

/** Where a practice stands and what the manager can do about it, in a sentence or two. */
export function sayWhere({ item, said }: Practice, today: string): string {
  const because = isReason(said?.declaredReason ?? null)
    ? `does not apply: ${reasonLabel(said?.declaredReason ?? null)}`
    : "is in place";
  switch (statusOf(said)) {
    case "confirmed": {
      const until = `Confirmed until ${formatDate(said?.confirmedUntil ?? "")}.`;
      if (said?.waiting) return `${until} Your newer answer waits for an officer.`;
      return isLapsing(said, today) ? `${until} Say again how it is today.` : until;
    }
    case "waiting":
      return `On ${formatDate(said?.fromOn ?? "")} you said that it ${because}. An officer ${
        item.seenOnVisit ? "looks at it on a visit" : "will confirm it"
      }.`;
    case "returned":
      return `An officer gave it back on ${formatDate(said?.fromOn ?? "")}: ${reasonLabel(said?.reason ?? null) ?? "it could not be confirmed"}. Answer again once that has changed.`;
    case "not_yet":
      return "You said that it is not in place yet. Change your answer when it is.";
    case "lapsed":
      return "What was said has lapsed after 12 months. Say how it is today.";
    default:
      return item.level === "essential" ? "Not answered yet." : "Good to have. Not answered yet.";
  }
}
