import { ownBusiness, type Walls } from "./wall";

/** Businesses, their history, and the registers they came from. */
export const BUSINESS_WALLS: Walls = {
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
        select: [
          "borough_code",
          "id",
          "name",
          "sector",
          "ward",
          "stage",
          "stage_on",
          "headcount",
          "opens_late",
          "exclusion_review_on",
        ],
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
  shared_standings: {
    grants: {
      portal_business: {
        select: true,
        insert: true,
        update: ["generation", "code_hash", "shared_on"],
      },
      portal_lookup: { select: ["borough_code", "business_id", "code_hash", "shared_on"] },
    },
    own: { portal_business: [ownBusiness()] },
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
};
