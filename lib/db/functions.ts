import type { PortalRole } from "./scope";

/**
 * Functions with the rights of their caller: they keep a plan and open nothing. Their text is made
 * by the migrator from the domain that uses them; who may call them is declared here.
 */
export const CALLERS_FUNCTIONS: readonly { signature: string; callers: readonly PortalRole[] }[] = [
  {
    signature: "compare_standing(text, uuid[])",
    callers: ["portal_borough", "portal_business", "portal_staff"],
  },
  {
    signature: "compare_follow_ups(text, uuid[])",
    callers: ["portal_borough", "portal_business", "portal_staff"],
  },
];

/** Fires before a row is written, for everybody: nobody calls it. Its text is in a migration. */
export const TRIGGER_FUNCTION = "refuse_late_part()";

/** Tables whose rows come in one transaction with the version of a course, and never after. */
export const TRIGGERED_TABLES = ["lessons", "questions", "scenarios"] as const;
