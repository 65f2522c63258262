import type { Walls } from "./wall";

/** What the borough itself does, what it aims for, and what police add. */
export const AIM_WALLS: Walls = {
  borough_actions: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
      // No name, no post, no reference: police see what is in date.
      portal_police: {
        select: [
          "borough_code",
          "id",
          "kind",
          "due_on",
          "done_on",
          "holds_until",
          "created_at",
          "cancelled_on",
        ],
      },
      portal_worker: {
        select: [
          "borough_code",
          "id",
          "kind",
          "title",
          "sector",
          "owner_id",
          "due_on",
          "done_on",
          "cancelled_on",
        ],
      },
    },
  },
  meeting_attendance: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_police: { select: true },
    },
  },
  police_confirmations: {
    grants: {
      portal_police: {
        select: ["borough_code", "id", "kind", "confirmed_on", "holds_until", "recorded_at"],
        insert: true,
      },
      portal_borough: { select: true },
    },
  },
  call_counts: {
    grants: {
      portal_police: {
        select: ["borough_code", "quarter", "calls", "entered_at"],
        insert: true,
        update: ["calls", "entered_by", "entered_at"],
      },
      portal_borough: { select: true },
    },
  },
  borough_targets: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_business: { select: true },
      portal_police: { select: true },
    },
  },
  borough_thresholds: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_business: { select: true },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
  },
};
