import { AIM_WALLS } from "./policies/aims";
import { BOROUGH_WALLS } from "./policies/boroughs";
import { BUSINESS_WALLS } from "./policies/businesses";
import { CERTIFICATE_WALLS } from "./policies/certificates";
import { COVERAGE_WALLS } from "./policies/coverage";
import { PEOPLE_WALLS } from "./policies/people";
import { PRACTICE_WALLS } from "./policies/practices";
import { RECORD_WALLS } from "./policies/records";
import { REMINDER_WALLS } from "./policies/reminders";
import { REPORT_WALLS } from "./policies/reports";
import { TRAINING_WALLS } from "./policies/training";
import type { Walls } from "./policies/wall";
import type { PortalRole } from "./scope";

/** Every table of a borough: who may do what, and how roles inside the borough are narrowed. */
export const WALLED_TABLES: Walls = {
  ...BOROUGH_WALLS,
  ...BUSINESS_WALLS,
  ...PEOPLE_WALLS,
  ...TRAINING_WALLS,
  ...CERTIFICATE_WALLS,
  ...PRACTICE_WALLS,
  ...AIM_WALLS,
  ...COVERAGE_WALLS,
  ...RECORD_WALLS,
  ...REPORT_WALLS,
  ...REMINDER_WALLS,
};

/** Further permissive policies besides the borough's: who sees rows without that borough in scope. */
export const FURTHER_POLICIES: readonly {
  table: string;
  name: string;
  role: PortalRole;
  using: string;
}[] = [
  {
    table: "memberships",
    name: "own_memberships",
    role: "portal_auth",
    using: "user_id = nullif(current_setting('app.user_id', true), '')::uuid",
  },
  ...(["portal_police", "portal_programme"] as const).flatMap((role) =>
    ["coverage_cells", "coverage_totals"].map((table) => ({
      table,
      name: `counts_of_${role}`,
      role,
      using:
        "borough_code = any (string_to_array(nullif(current_setting('app.count_borough_codes', true), ''), ','))",
    })),
  ),
];
