import { ownBusiness, type WalledTable, type Walls } from "./wall";

/** Read and appended to by every role that gives orders: counts, never a name. */
const COUNTING: WalledTable["grants"] = {
  portal_borough: { select: true, insert: true, update: true, delete: true },
  portal_business: { select: true, insert: true, update: true, delete: true },
  portal_staff: { select: true, insert: true, update: true, delete: true },
  portal_police: { select: true },
};

const { portal_police: _, ...UNSEEN_BY_POLICE } = COUNTING;

const CALL_HANDLERS = "measure = 'call_handlers'";
const COUNCIL_STAFF = "measure = 'council_staff'";

/** What has been worked out of the facts. */
export const COVERAGE_WALLS: Walls = {
  standings: {
    grants: COUNTING,
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  standing_periods: {
    grants: COUNTING,
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  coverage_cells: {
    // Police confirm call handlers and nothing else: that is the one figure they may move.
    writes: { portal_police: CALL_HANDLERS },
    grants: {
      ...COUNTING,
      portal_police: { select: true, insert: true, update: ["delta"] },
      portal_programme: { select: true },
    },
  },
  coverage_totals: {
    grants: { ...COUNTING, portal_programme: { select: true } },
  },
  borough_periods: {
    writes: {
      portal_police: CALL_HANDLERS,
      portal_business: COUNCIL_STAFF,
      portal_staff: COUNCIL_STAFF,
    },
    grants: { ...COUNTING, portal_police: { select: true, insert: true, delete: true } },
  },
  team_figures: {
    grants: COUNTING,
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  follow_ups: {
    grants: UNSEEN_BY_POLICE,
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  follow_up_cells: {
    grants: UNSEEN_BY_POLICE,
  },
  follow_up_owners: {
    grants: { portal_borough: { select: true, insert: true, update: true, delete: true } },
  },
};
