import { ownBusiness, type Walls } from "./wall";

/** What businesses are certified to have met. */
export const CERTIFICATE_WALLS: Walls = {
  business_certificates: {
    grants: {
      portal_borough: { select: true, update: ["revoked_on", "revoked_reason"] },
      portal_business: { select: true, insert: true },
      portal_lookup: { select: true },
    },
    own: { portal_business: [ownBusiness()] },
  },
};
