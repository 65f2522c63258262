import type { PortalRole } from "../scope";
import type { Grant } from "./wall";

/** Tables without a borough wall, each with its reason. Nobody but the owner writes where no grant says so. */
export const SHARED_TABLES: Record<
  string,
  { reason: string; grants: Partial<Record<PortalRole | "portal_lookup", Grant>> }
> = {
  police_areas: { reason: "public list of the 13 police areas", grants: readers() },
  boroughs: { reason: "public list of the 33 authorities", grants: readers() },
  courses: {
    reason: "the library is one for all boroughs",
    grants: { ...readers(), portal_programme: { select: true, update: ["title", "summary"] } },
  },
  course_versions: { reason: "the library is one for all boroughs", grants: published() },
  lessons: { reason: "the library is one for all boroughs", grants: published() },
  questions: { reason: "the library is one for all boroughs", grants: published() },
  scenarios: { reason: "the library is one for all boroughs", grants: published() },
  course_translations: { reason: "the library is one for all boroughs", grants: published() },
  lesson_translations: { reason: "the library is one for all boroughs", grants: published() },
  question_translations: { reason: "the library is one for all boroughs", grants: published() },
  course_drafts: {
    reason: "the library is one for all boroughs; only the programme team writes it",
    grants: { portal_programme: { select: true, insert: true, update: true, delete: true } },
  },
  library_events: {
    reason: "who did what to the library; append only",
    grants: { portal_programme: { select: true, insert: true } },
  },
  practice_items: { reason: "the checklists are one for all boroughs", grants: readers() },
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

/** The programme team adds a version with all its parts, and never changes one. */
function published(): ReturnType<typeof readers> {
  return { ...readers(), portal_programme: { select: true, insert: true } };
}
