import { formatDate } from "@/lib/format";
import type { PracticeItemRow, PracticeStateRow } from "@/lib/practices/queries";
import type { DoorItem } from "./item-question";

/** What is known of an item before the officer looks. */
function knownOf(item: PracticeItemRow, state: PracticeStateRow | undefined): string {
  if (state?.confirmedUntil) return `Confirmed until ${formatDate(state.confirmedUntil)}.`;
  if (state?.waiting && state.change === "declared_not_applicable") {
    return `The business says it does not apply, ${formatDate(state.fromOn)}.`;
  }
  if (state?.waiting) return `The business says it is in place, ${formatDate(state.fromOn)}.`;
  if (state?.change === "declared_not_yet") return "The business says: not yet.";
  if (state?.change === "returned") return `Not in place on ${formatDate(state.fromOn)}.`;
  if (state) return "Confirmed once, and lapsed since.";
  return item.seenOnVisit ? "Only a visit can confirm it." : "The business has not said anything.";
}

/** The checklist for the door: within each aim what only a visit can confirm first, then essentials. */
export function doorItems(
  items: readonly PracticeItemRow[],
  states: readonly PracticeStateRow[],
): DoorItem[] {
  const rank = (item: PracticeItemRow) =>
    (item.seenOnVisit ? 0 : 2) + (item.level === "essential" ? 0 : 1);
  return [...items]
    .sort((one, other) => rank(one) - rank(other))
    .map(({ code, aim, level, title, help, seenOnVisit, exemptions, ...rest }) => ({
      ...{ code, aim, level, title, help, seenOnVisit, exemptions },
      known: knownOf(
        { code, aim, level, title, help, seenOnVisit, exemptions, ...rest },
        states.find((state) => state.itemCode === code),
      ),
    }));
}
