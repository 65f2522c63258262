import { ownBusiness, ownStaffRows, type Walls } from "./wall";

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

/** Who works at a business, and who is invited. */
export const PEOPLE_WALLS: Walls = {
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
  pin_codes: {
    grants: {
      portal_business: { select: true, insert: true, update: true },
      portal_auth: { select: true, update: ["used_at"] },
    },
    own: { portal_business: [ownBusiness()] },
  },
  reading_languages: {
    grants: { portal_staff: { select: true, insert: true, update: ["language", "chosen_at"] } },
    own: { portal_staff: [ownBusiness(), ownStaffRows()] },
  },
  shared_devices: {
    grants: {
      portal_business: { select: true, insert: true, update: ["closed_at"] },
      portal_lookup: { select: true },
    },
    own: { portal_business: [ownBusiness()] },
  },
  roll_confirmations: {
    grants: {
      portal_borough: { select: true },
      portal_business: { select: true, insert: true },
    },
    own: { portal_business: [ownBusiness()] },
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
};
