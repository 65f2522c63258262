import type { Walls } from "./wall";

/** Ward lists as uploaded, signed reports, and the self-check: a borough's own. */
export const REPORT_WALLS: Walls = {
  ward_uploads: {
    grants: {
      portal_borough: { select: true, insert: true, update: true },
      portal_worker: { select: ["borough_code", "id", "created_at"] },
    },
  },
  ward_upload_rows: {
    grants: {
      portal_borough: { select: true, insert: true, update: ["reason"], delete: true },
      portal_worker: { select: ["borough_code", "upload_id"], delete: true },
    },
  },
  // Signed is signed: no role may update or delete.
  coverage_reports: {
    grants: { portal_borough: { select: true, insert: true } },
  },
  coverage_report_cells: {
    grants: { portal_borough: { select: true, insert: true } },
  },
  coverage_checks: {
    grants: { portal_borough: { select: true }, portal_worker: { insert: true } },
  },
};
