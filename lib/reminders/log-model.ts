import type { IsoDate } from "@/lib/dates";
import type { DigestState } from "@/lib/db/schema/reminders";

/** Weeks the log shows. */
export const WEEKS_SHOWN = 12;

export const OUTCOMES: { state: DigestState; label: string }[] = [
  { state: "sent", label: "Sent" },
  { state: "nothing_to_say", label: "Nothing to say" },
  { state: "turned_off", label: "Turned off" },
  { state: "failed", label: "Not delivered" },
  { state: "waiting", label: "On their way" },
];

/** What became of a week's letters of one kind. */
export interface LogRow {
  /** The Monday of the week. */
  weekOn: IsoDate;
  what: "digest" | "text" | "action";
  counts: Partial<Record<DigestState, number>>;
}
