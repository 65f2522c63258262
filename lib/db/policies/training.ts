import { ownBusiness, ownStaffRows, ownStaffWrites, type Walls } from "./wall";

/** All but the hash of its code. */
function certificateFacts(): readonly string[] {
  return [
    "borough_code",
    "id",
    "business_id",
    "staff_id",
    "record_id",
    "course_slug",
    "version_id",
    "issued_on",
    "expires_on",
    "revoked_on",
    "shows_name",
  ];
}

/** What was accepted from elsewhere, and the number on its paper. */
function fromElsewhere(): readonly string[] {
  return ["equivalent_id", "taken_on", "evidence"];
}

/** Which certificate it is a copy of. */
function copiedFrom(): readonly string[] {
  return ["copied_from", "copied_from_borough"];
}

/** What is asked, learned and certified. */
export const TRAINING_WALLS: Walls = {
  assignments: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
      // A rule of the borough asks the business at once when its manager enrols it or changes its hours.
      portal_business: { select: true, insert: true },
      portal_staff: { select: true },
      portal_police: { select: true },
      portal_worker: { select: true },
    },
    writes: { portal_business: "rule_id is not null" },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  assignment_rules: {
    grants: {
      portal_borough: { select: true, insert: true, update: ["ended_on"] },
      portal_business: { select: true },
    },
  },
  equivalents: {
    grants: {
      portal_borough: { select: true, insert: true, update: ["ended_on"] },
      portal_business: { select: true },
      portal_staff: { select: true },
    },
  },
  driver_attestations: {
    grants: {
      portal_borough: { select: true },
      portal_business: { select: true, insert: true },
    },
    own: { portal_business: [ownBusiness()] },
  },
  training_records: {
    grants: {
      portal_borough: {
        select: [
          "borough_code",
          "id",
          "business_id",
          "staff_id",
          "assignment_id",
          "version_id",
          "started_at",
          "completed_on",
          "session_id",
        ],
        insert: true,
        update: ["reached_lesson", "completed_on", "session_id"],
      },
      portal_business: {
        select: [
          "borough_code",
          "id",
          "business_id",
          "staff_id",
          "assignment_id",
          "version_id",
          "started_at",
          "completed_on",
          "session_id",
        ],
        insert: true,
        update: ["reached_lesson", "completed_on", "session_id"],
      },
      portal_staff: {
        select: true,
        insert: true,
        update: ["reached_lesson", "completed_on", "session_id"],
      },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness(), ownStaffRows()] },
  },
  change_readings: {
    grants: {
      portal_borough: { select: true },
      // Two entries that are one person: what either read is read.
      portal_business: { select: true, insert: true },
      portal_staff: { select: true, insert: true },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness(), ownStaffRows()] },
  },
  attempts: {
    grants: {
      // What a printed check came to is entered and never read back: a failed try is nobody else's.
      portal_borough: { insert: true },
      portal_business: { insert: true },
      portal_staff: { select: true, insert: true, update: ["finished_at", "correct", "passed"] },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness(), ownStaffRows()] },
  },
  attempt_answers: {
    grants: { portal_staff: { select: true, insert: true } },
    own: { portal_staff: [ownBusiness(), ownStaffRows()] },
  },
  certificates: {
    grants: {
      // The hash finds the certificate whose code an officer types.
      portal_borough: {
        select: [
          ...certificateFacts(),
          ...copiedFrom(),
          ...fromElsewhere(),
          "revoked_reason",
          "code_hash",
        ],
        insert: true,
        update: ["revoked_on", "revoked_reason"],
      },
      portal_business: {
        select: [...certificateFacts(), ...copiedFrom(), ...fromElsewhere()],
        insert: true,
      },
      portal_staff: {
        select: [...certificateFacts(), ...copiedFrom(), "equivalent_id", "revoked_reason"],
        insert: true,
        update: ["shows_name"],
      },
      portal_police: { select: certificateFacts() },
      portal_lookup: { select: true },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness(), ...ownStaffWrites()] },
  },
  group_sessions: {
    grants: {
      portal_borough: { select: true, insert: true, update: ["ended_at", "called_off"] },
      portal_business: { select: true, insert: true, update: ["ended_at", "called_off"] },
      portal_staff: { select: true },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  session_attendances: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_business: { select: true, insert: true },
      portal_staff: { select: true, insert: true },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness(), ownStaffRows()] },
  },
};
