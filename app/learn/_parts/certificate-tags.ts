import type { CertificateState } from "@/lib/training/model";

/** What a certificate is worth, in a word or two. */
export const CERTIFICATE_TAGS: Record<CertificateState, string> = {
  valid: "Current",
  lapsed: "Lapsed",
  revoked: "Withdrawn",
  superseded: "Replaced by a newer one",
};
