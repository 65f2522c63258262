import type { Scope } from "@/lib/db/scope";

/** Who is asking, in which place. One person may be several viewers; each request is one. */
export type Viewer =
  | { role: "programme"; userId: string; name: string; boroughs: readonly string[] }
  | {
      role: "borough_admin" | "borough_officer";
      userId: string;
      name: string;
      boroughCode: string;
    }
  | {
      role: "police_officer";
      userId: string;
      name: string;
      /** Boroughs of their police areas: rows. */
      boroughs: readonly string[];
      /** Every London borough: counts only. */
      countBoroughs: readonly string[];
    }
  | {
      role: "business_manager";
      userId: string;
      name: string;
      boroughCode: string;
      businessId: string;
      /** The manager's own row among the staff, once they are learning. */
      staffId?: string;
    }
  | {
      role: "staff";
      name: string;
      boroughCode: string;
      businessId: string;
      staffId: string;
    };

/** The actor an audit row and a command's outcome name: the user, or the staff member without one. */
export function actorId(viewer: Viewer): string {
  return viewer.role === "staff" ? viewer.staffId : viewer.userId;
}

/** The database role and rows of a viewer who reads. */
export function readScopeOf(viewer: Viewer): Scope {
  switch (viewer.role) {
    case "programme":
      return {
        role: "portal_programme",
        boroughs: viewer.boroughs,
        countBoroughs: viewer.boroughs,
        userId: viewer.userId,
      };
    case "police_officer":
      return {
        role: "portal_police",
        boroughs: viewer.boroughs,
        countBoroughs: viewer.countBoroughs,
        userId: viewer.userId,
      };
    case "business_manager":
      return {
        role: "portal_business",
        boroughs: [viewer.boroughCode],
        userId: viewer.userId,
        businessId: viewer.businessId,
      };
    case "staff":
      return {
        role: "portal_staff",
        boroughs: [viewer.boroughCode],
        businessId: viewer.businessId,
        staffId: viewer.staffId,
      };
    default:
      return { role: "portal_borough", boroughs: [viewer.boroughCode], userId: viewer.userId };
  }
}

/** The database role and the one borough of a viewer who gives an order. */
export function writeScopeOf(viewer: Viewer, boroughCode: string): Scope {
  return { ...readScopeOf(viewer), boroughs: [boroughCode], countBoroughs: [] };
}
