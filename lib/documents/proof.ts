import "server-only";
import { certificateReference, linkSecret } from "@/lib/auth/secrets";
import { env } from "@/lib/env";

/** Where the public sees whether a certificate counts. */
export interface Proof {
  /** The public page of this certificate. */
  href: string;
  /** Where its code is typed, without https://. */
  typedAt: string;
  /** What is typed there. */
  code: string;
}

/** Where a person's certificate is proved. */
export function certificateProof(boroughCode: string, certificateId: string): Proof {
  return proofOf(boroughCode, linkSecret("certificate", boroughCode, certificateId));
}

/** Where the certificate of a business is proved. */
export function businessCertificateProof(boroughCode: string, certificateId: string): Proof {
  return proofOf(boroughCode, linkSecret("business_certificate", boroughCode, certificateId));
}

function proofOf(boroughCode: string, secret: string): Proof {
  const page = new URL("/verify", env().PORTAL_URL);
  return {
    href: new URL(`/verify/${boroughCode}/${secret}`, page).href,
    typedAt: `${page.host}${page.pathname}`,
    code: certificateReference(boroughCode, secret),
  };
}
