import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Prose } from "@/components/ui/prose";
import { isDemonstration } from "@/lib/env";

/** A code nobody issued, or one typed with a slip. Not a 404, which is blank without JavaScript. */
export function UnknownCertificate() {
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      <PageHeading title="We do not know this certificate" />
      <Prose>
        <p>
          No certificate has this code. Check that the whole address was copied, or scan the code
          again.
        </p>
        <p>If it still is not known, do not rely on the certificate you were shown.</p>
      </Prose>
    </PublicShell>
  );
}
