import type { businesses } from "@/lib/db/schema/businesses";
import { formatDate, plural } from "@/lib/format";
import { rollStand } from "@/lib/people/model";
import type { RollConfirmation } from "@/lib/people/roll-queries";

type Enrolment = Pick<typeof businesses.$inferSelect, "stage" | "stageOn">;

/** When the manager last found the staff list right; empty where nobody is asked to. */
export function rollText(
  { stage, stageOn }: Enrolment,
  roll: RollConfirmation | null,
  today: string,
): string {
  if (stage !== "enrolled") return "";
  if (roll && rollStand(roll.confirmedOn, stageOn, today).current) {
    const people = plural(roll.people, "person", "people");
    return `List confirmed on ${formatDate(roll.confirmedOn)}, ${people}`;
  }
  const last = roll ? `, last on ${formatDate(roll.confirmedOn)}` : "";
  return `List not confirmed by the manager in the last quarter${last}`;
}
