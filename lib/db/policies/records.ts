import { type Own, ownBusiness, type Walls } from "./wall";

function ownUser(): Own {
  return { column: "actor_id", setting: "app.user_id", for: "all" };
}

/** What has been recorded about orders, and the letters they wrote. */
export const RECORD_WALLS: Walls = {
  audit_entries: {
    // How often somebody tried is theirs alone: a learner's own orders are no reading for others.
    shows: {
      portal_borough: "actor_role <> 'staff'",
      portal_business: "actor_role <> 'staff'",
    },
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true, insert: true },
      portal_business: { select: true, insert: true },
      portal_staff: { insert: true },
      portal_police: { insert: true },
      portal_auth: { insert: true },
      portal_worker: { select: true, insert: true },
    },
    own: {
      portal_business: [ownBusiness()],
      portal_staff: [ownBusiness()],
    },
  },
  audit_values: {
    grants: {
      portal_programme: { insert: true },
      portal_borough: { select: true, insert: true },
      portal_business: { insert: true },
      portal_staff: { insert: true },
      portal_auth: { insert: true },
    },
  },
  audit_seals: {
    grants: {
      portal_worker: { select: true, insert: true },
      portal_borough: { select: true },
    },
  },
  command_outcomes: {
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true, insert: true },
      portal_business: { select: true, insert: true },
      portal_staff: { select: true, insert: true },
      portal_police: { select: true, insert: true },
      portal_worker: { select: ["borough_code", "at"], delete: true },
    },
    own: {
      portal_programme: [ownUser()],
      portal_police: [ownUser()],
      portal_borough: [ownUser()],
      portal_business: [ownUser()],
      portal_staff: [{ column: "actor_id", setting: "app.staff_id", for: "all" }],
    },
  },
  export_jobs: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_worker: {
        select: true,
        update: ["state", "rows_total", "rows_done", "finished_at"],
        delete: true,
      },
    },
  },
  outbox_mails: {
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true, insert: true },
      portal_business: { insert: true },
      portal_worker: { select: true, insert: true, update: ["state", "sent_at"] },
    },
  },
};
