import type { Walls } from "./wall";

/** The weekly e-mails: the borough sees how many came to what, never who. */
export const REMINDER_WALLS: Walls = {
  weekly_digests: {
    grants: {
      portal_borough: { select: ["borough_code", "week_on", "state", "text_state"] },
      portal_worker: {
        select: ["borough_code", "id", "week_on", "state", "text_state"],
        insert: true,
        update: ["state", "text_state", "settled_at"],
        delete: true,
      },
      portal_auth: {
        select: ["borough_code", "id", "user_id", "state", "text_state", "stop_hash"],
      },
    },
  },
  digest_choices: {
    grants: { portal_auth: { select: true, insert: true, update: ["emails", "changed_at"] } },
  },
};
