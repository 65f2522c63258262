import type { PortalRole } from "./scope";

type Columns = true | readonly string[];

/** What one role may do with one table; a list names the columns. */
export interface Grant {
  select?: Columns;
  insert?: true;
  update?: Columns;
  delete?: true;
}

/** A restrictive narrowing: rows of the scope's own business, or of the learner's own record. */
export interface Own {
  column: string;
  setting: "app.business_id" | "app.staff_id" | "app.user_id";
  for: "all" | "insert" | "update" | "delete" | "select";
}

export interface WalledTable {
  /** Rows a role may read at all, where that is narrower than its borough. */
  shows?: Partial<Record<PortalRole, string>>;
  grants: Partial<Record<PortalRole | "portal_lookup", Grant>>;
  own?: Partial<Record<PortalRole, readonly Own[]>>;
}

/** Tables without a borough wall, each with its reason. Nobody but the owner writes where no grant says so. */
export const SHARED_TABLES: Record<
  string,
  { reason: string; grants: Partial<Record<PortalRole | "portal_lookup", Grant>> }
> = {
  police_areas: { reason: "public list of the 13 police areas", grants: readers() },
  boroughs: { reason: "public list of the 33 authorities", grants: readers() },
  courses: { reason: "the library is one for all boroughs", grants: readers() },
  course_versions: { reason: "the library is one for all boroughs", grants: readers() },
  lessons: { reason: "the library is one for all boroughs", grants: readers() },
  questions: { reason: "the library is one for all boroughs", grants: readers() },
  schema_state: {
    reason: "which walls and migrations are applied; no borough's data",
    grants: { portal_auth: { select: true } },
  },
  users: {
    reason: "a person may work in several boroughs; only sign-in reads it",
    grants: { portal_auth: { select: true, insert: true, update: true } },
  },
  sessions: {
    reason: "found by a random id before any borough is known; only sign-in reads it",
    grants: { portal_auth: { select: true, insert: true, update: true, delete: true } },
  },
  police_memberships: {
    reason: "by police area, not borough; only sign-in reads it",
    grants: { portal_auth: { select: true, insert: true, update: true } },
  },
  programme_memberships: {
    reason: "programme-wide; only sign-in reads it",
    grants: { portal_auth: { select: true, insert: true, update: true } },
  },
  password_links: {
    reason: "belongs to a user, not to a borough; only sign-in reads it",
    grants: { portal_auth: { select: true, insert: true, update: true, delete: true } },
  },
  throttles: {
    reason: "hashed keys of tries before anybody is known; only sign-in reads it",
    grants: { portal_auth: { select: true, insert: true, update: true, delete: true } },
  },
  auth_events: {
    reason: "sign-in events before a borough is chosen; written by sign-in, append only",
    grants: { portal_auth: { insert: true } },
  },
};

function readers(): Partial<Record<PortalRole | "portal_lookup", Grant>> {
  const read: Grant = { select: true };
  return {
    portal_programme: read,
    portal_borough: read,
    portal_business: read,
    portal_staff: read,
    portal_police: read,
    portal_auth: read,
    portal_worker: read,
    portal_lookup: read,
  };
}

const ownBusiness = (column = "business_id"): Own => ({
  column,
  setting: "app.business_id",
  for: "all",
});
const ownStaffWrites = (column = "staff_id"): readonly Own[] => [
  { column, setting: "app.staff_id", for: "insert" },
  { column, setting: "app.staff_id", for: "update" },
];
const ownStaffRows = (column = "staff_id"): Own => ({
  column,
  setting: "app.staff_id",
  for: "all",
});

/** Read and appended to by every role that gives orders: counts, never a name. */
const COUNTING: WalledTable["grants"] = {
  portal_borough: { select: true, insert: true, update: true, delete: true },
  portal_business: { select: true, insert: true, update: true, delete: true },
  portal_staff: { select: true, insert: true, update: true, delete: true },
  portal_police: { select: true },
};

/** Every table of a borough: who may do what, and how roles inside the borough are narrowed. */
export const WALLED_TABLES: Record<string, WalledTable> = {
  borough_settings: {
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true, update: ["trained_share"] },
      portal_business: { select: true },
      portal_staff: { select: true },
      portal_police: { select: true },
      portal_auth: { select: true },
      portal_worker: { select: true },
    },
  },
  borough_contacts: {
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true, insert: true, update: true },
      portal_business: { select: true },
      portal_staff: { select: true },
      portal_lookup: { select: true },
    },
  },
  sectors: {
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true, insert: true, update: true },
      portal_business: { select: true },
      portal_staff: { select: true },
      portal_police: { select: true },
      portal_worker: { select: true },
    },
  },
  measure_courses: {
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true, insert: true, delete: true },
      portal_business: { select: true },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
  },
  memberships: {
    grants: {
      portal_auth: { select: true, insert: true, update: ["ended_at", "staff_id"] },
      portal_borough: { select: true, update: ["ended_at"] },
    },
  },
  businesses: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
      portal_business: {
        select: true,
        update: [
          "stage",
          "stage_on",
          "headcount",
          "headcount_confirmed_on",
          "opens_late",
          "contact_email",
          "contact_phone",
          "join_generation",
          "join_code_hash",
          "updated_at",
        ],
      },
      portal_staff: {
        select: ["borough_code", "id", "name", "sector", "ward", "stage", "headcount"],
      },
      // No address: it may be a sole trader's home. The name and postcode find the premises.
      portal_police: {
        select: [
          "borough_code",
          "id",
          "sector",
          "name",
          "postcode",
          "ward",
          "stage",
          "stage_on",
          "headcount",
          "headcount_confirmed_on",
          "opens_late",
        ],
      },
      portal_auth: { select: ["borough_code", "id", "name", "sector", "stage", "join_code_hash"] },
      portal_worker: { select: ["borough_code", "id", "name", "sector", "stage"] },
      portal_lookup: {
        select: ["borough_code", "id", "name", "sector", "stage", "join_code_hash"],
      },
    },
    own: { portal_business: [ownBusiness("id")], portal_staff: [ownBusiness("id")] },
  },
  stage_changes: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_business: { select: true, insert: true },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  headcounts: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_business: { select: true, insert: true },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  staff_members: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
      portal_business: { select: true, insert: true, update: true },
      portal_staff: { select: unnamedStaff() },
      portal_police: { select: unnamedStaff() },
      portal_auth: { select: true, insert: true },
      portal_lookup: { select: ["borough_code", "id", "name"] },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  staff_pins: {
    grants: { portal_auth: { select: true, insert: true, update: true } },
  },
  invitations: {
    grants: {
      portal_programme: { select: true, insert: true, update: ["withdrawn_at"] },
      portal_borough: { select: true, insert: true, update: ["withdrawn_at"] },
      portal_auth: { select: true, update: ["accepted_at", "accepted_by"] },
      portal_worker: { select: true },
      portal_lookup: { select: true },
    },
  },
  register_imports: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
      portal_worker: { select: ["borough_code", "id", "created_at"] },
    },
  },
  register_rows: {
    grants: {
      portal_borough: { select: true, insert: true, delete: true },
      portal_worker: { select: ["borough_code", "import_id"], delete: true },
    },
  },
  register_entries: {
    grants: { portal_borough: { select: true, insert: true, update: true } },
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
  assignments: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
      portal_business: { select: true },
      portal_staff: { select: true },
      portal_police: { select: true },
      portal_worker: { select: true },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
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
        ],
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
        ],
      },
      portal_staff: { select: true, insert: true, update: ["reached_lesson", "completed_on"] },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness(), ownStaffRows()] },
  },
  attempts: {
    grants: {
      portal_staff: { select: true, insert: true, update: ["finished_at", "correct", "passed"] },
    },
    own: { portal_staff: [ownBusiness(), ownStaffRows()] },
  },
  attempt_answers: {
    grants: { portal_staff: { select: true, insert: true } },
    own: { portal_staff: [ownBusiness(), ownStaffRows()] },
  },
  certificates: {
    grants: {
      portal_borough: { select: certificateFacts(), update: ["revoked_on"] },
      portal_business: { select: certificateFacts() },
      portal_staff: { select: certificateFacts(), insert: true, update: ["shows_name"] },
      portal_police: { select: certificateFacts() },
      portal_lookup: { select: true },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness(), ...ownStaffWrites()] },
  },
  standings: {
    grants: COUNTING,
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  standing_periods: {
    grants: COUNTING,
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  coverage_cells: {
    grants: { ...COUNTING, portal_programme: { select: true } },
  },
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
      portal_worker: { select: ["borough_code", "at"], delete: true },
    },
    own: {
      portal_programme: [ownUser()],
      portal_borough: [ownUser()],
      portal_business: [ownUser()],
      portal_staff: [{ column: "actor_id", setting: "app.staff_id", for: "all" }],
    },
  },
  outbox_mails: {
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true, insert: true },
      portal_business: { insert: true },
      portal_worker: { select: true, update: ["state", "sent_at"] },
    },
  },
};

function ownUser(): Own {
  return { column: "actor_id", setting: "app.user_id", for: "all" };
}

/** A colleague's or, for police, anybody's states: never a name. */
function unnamedStaff(): readonly string[] {
  return [
    "borough_code",
    "id",
    "business_id",
    "is_manager",
    "joined_on",
    "confirmed_on",
    "left_on",
  ];
}

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
  ...(["portal_police", "portal_programme"] as const).map((role) => ({
    table: "coverage_cells",
    name: `counts_of_${role}`,
    role,
    using:
      "borough_code = any (string_to_array(nullif(current_setting('app.count_borough_codes', true), ''), ','))",
  })),
];
