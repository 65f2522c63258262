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
/** Reads of a page are read-only transactions. */
const IN_AN_ORDER = "current_setting('transaction_read_only') = 'off'";

/** Counts of the borough's places. Police confirm call handlers: that is the one figure they may move. */
const SUMS: Pick<WalledTable, "shows" | "writes" | "grants"> = {
  // A cell can count one neighbour. A business keeps cells in its orders, which write; its pages,
  // which only read, see none: lookup_peers answers them, and never for fewer than ten.
  shows: { portal_business: IN_AN_ORDER, portal_staff: IN_AN_ORDER },
  writes: { portal_police: CALL_HANDLERS },
  grants: {
    ...COUNTING,
    portal_police: { select: true, insert: true, update: ["delta"] },
    portal_programme: { select: true },
  },
};

/** What has been worked out of the facts. */
export const COVERAGE_WALLS: Walls = {
  standings: {
    grants: COUNTING,
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  standing_periods: {
    grants: {
      ...COUNTING,
      portal_lookup: {
        select: ["borough_code", "business_id", "measure", "met_from", "met_until"],
      },
    },
    own: { portal_business: [ownBusiness()], portal_staff: [ownBusiness()] },
  },
  coverage_cells: {
    ...SUMS,
    grants: {
      ...SUMS.grants,
      portal_lookup: { select: ["borough_code", "sector", "measure", "month", "delta"] },
    },
  },
  coverage_totals: SUMS,
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
