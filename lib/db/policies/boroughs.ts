import type { Walls } from "./wall";

/** What a borough has set up for itself. */
export const BOROUGH_WALLS: Walls = {
  borough_settings: {
    grants: {
      portal_programme: { select: true, insert: true },
      portal_borough: { select: true },
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
  ward_postcodes: {
    grants: { portal_borough: { select: true, insert: true, update: true, delete: true } },
  },
  operators: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
    },
  },
};
