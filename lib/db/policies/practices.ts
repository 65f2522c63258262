import { ownBusiness, type Walls } from "./wall";

const OWN = { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] };

/** Practices, visits, shifts: what a business does, as it declares it and an officer sees it. */
export const PRACTICE_WALLS: Walls = {
  borough_practice_items: {
    grants: {
      portal_borough: { select: true, insert: true, update: ["until_on"] },
      portal_business: { select: true },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
  },
  practice_changes: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_business: { select: true, insert: true },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
    own: OWN,
  },
  poster_pictures: {
    grants: {
      portal_borough: { select: true, update: ["removed_on"] },
      portal_business: { select: true, insert: true, update: ["removed_on"] },
      portal_worker: {
        select: ["borough_code", "id", "file_key", "keep_until", "removed_on"],
        update: ["removed_on"],
      },
    },
    own: { portal_business: [ownBusiness()] },
  },
  visits: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
      portal_business: { select: visitFacts() },
      portal_staff: { select: visitFacts() },
      portal_police: { select: visitFacts() },
    },
    own: OWN,
  },
  visit_findings: {
    grants: {
      portal_borough: { select: true, insert: true },
      portal_business: { select: true },
      portal_police: { select: true },
    },
    own: { portal_business: [ownBusiness()] },
  },
  visit_actions: {
    grants: {
      portal_borough: { select: true, insert: true, update: ["done_on", "due_on"] },
      portal_business: { select: true, update: ["done_on"] },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
    own: OWN,
  },
  night_shifts: {
    grants: {
      portal_borough: { select: true },
      portal_business: { select: true, insert: true, update: ["until_on"] },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
    own: OWN,
  },
  night_shift_staff: {
    grants: {
      portal_borough: { select: true },
      portal_business: { select: true, insert: true, update: ["until_on"] },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
    own: OWN,
  },
  safeguarding_leads: {
    grants: {
      portal_borough: { select: true },
      portal_business: { select: true, insert: true },
      portal_staff: { select: true },
      portal_police: { select: true },
    },
    own: OWN,
  },
};

/** All but who of the borough goes: a colleague's work is not the business's to read. */
function visitFacts(): readonly string[] {
  return [
    "borough_code",
    "id",
    "business_id",
    "state",
    "planned_on",
    "visited_on",
    "outcome",
    "headcount",
    "next_visit_on",
  ];
}
