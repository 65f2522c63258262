import * as z from "zod/mini";
import { BUSINESS_REVOKE_REASONS, REVOKE_REASONS } from "./model";

const certificateId = z.uuid("Choose a certificate");
const WHY = "Say why it is withdrawn";

export const revokeCertificateInput = z.object({
  certificateId,
  reason: z.enum(
    REVOKE_REASONS.map(({ value }) => value),
    WHY,
  ),
});

export const revokeBusinessCertificateInput = z.object({
  certificateId,
  reason: z.enum(
    BUSINESS_REVOKE_REASONS.map(({ value }) => value),
    WHY,
  ),
});
