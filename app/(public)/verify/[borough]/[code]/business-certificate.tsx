import { Notice, type NoticeKind } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { SummaryList } from "@/components/ui/summary-list";
import type { PublicBusinessCertificate } from "@/lib/auth/public-lookups";
import { type BusinessCertificateState, businessCertificateState } from "@/lib/certificates/model";
import { isDemonstration } from "@/lib/env";
import { formatDate } from "@/lib/format";

const STATES: Record<BusinessCertificateState, { kind: NoticeKind; title: string; text: string }> =
  {
    valid: {
      kind: "success",
      title: "This certificate counts today",
      text: "The business meets Prevent, Protect and Pursue, as its borough counts it.",
    },
    not_met: {
      kind: "warning",
      title: "This certificate does not count today",
      text: "It was issued here, but the business no longer meets everything it certifies.",
    },
    lapsed: {
      kind: "warning",
      title: "This certificate has lapsed",
      text: "Ask the business for a newer one.",
    },
    revoked: {
      kind: "warning",
      title: "This certificate was withdrawn",
      text: "It no longer counts.",
    },
    superseded: {
      kind: "info",
      title: "A newer certificate has replaced this one",
      text: "Ask the business for the newer code.",
    },
  };

/** The public page of a business's certificate: its name and the days, never a person. */
export function BusinessCertificate({
  certificate,
  today,
}: {
  certificate: PublicBusinessCertificate;
  today: string;
}) {
  const state = STATES[businessCertificateState(today, certificate)];
  const { revokedOn } = certificate;
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      <PageHeading title="Check a certificate" />
      <Notice kind={state.kind} title={state.title}>
        {state.text}
      </Notice>
      <SummaryList
        rows={[
          { label: "Business", value: certificate.business },
          { label: "Borough", value: certificate.borough },
          { label: "Issued on", value: formatDate(certificate.issuedOn) },
          { label: "Counts until", value: formatDate(certificate.expiresOn) },
          ...(revokedOn ? [{ label: "Withdrawn on", value: formatDate(revokedOn) }] : []),
          { label: "Looked at on", value: formatDate(today) },
        ]}
      />
    </PublicShell>
  );
}
