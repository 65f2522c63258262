import type { Metadata } from "next";
import { Notice, type NoticeKind } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { SummaryList } from "@/components/ui/summary-list";
import { findPublicBusinessCertificate, findPublicCertificate } from "@/lib/auth/public-lookups";
import { londonDate } from "@/lib/dates";
import { isDemonstration } from "@/lib/env";
import { formatDate } from "@/lib/format";
import { type CertificateState, certificateState } from "@/lib/training/model";
import { BusinessCertificate } from "./business-certificate";
import { UnknownCertificate } from "./unknown-certificate";

export const metadata: Metadata = {
  title: "Check a certificate",
  robots: { index: false, follow: false },
};

const STATES: Record<CertificateState, { kind: NoticeKind; title: string; text: string }> = {
  valid: {
    kind: "success",
    title: "This certificate counts today",
    text: "It was issued here and has not lapsed.",
  },
  lapsed: {
    kind: "warning",
    title: "This certificate has lapsed",
    text: "Its holder has to take the course again.",
  },
  revoked: {
    kind: "warning",
    title: "This certificate was withdrawn",
    text: "It no longer counts.",
  },
  superseded: {
    kind: "info",
    title: "A newer certificate has replaced this one",
    text: "Its holder has taken the course again: ask them for the newer code.",
  },
};

/** The public page of a certificate: its facts, and a name only when the holder agreed. */
export default async function VerifyPage({
  params,
}: {
  params: Promise<{ borough: string; code: string }>;
}) {
  const { borough, code } = await params;
  const today = londonDate(new Date());
  const certificate = await findPublicCertificate(borough, code);
  if (!certificate) {
    const ofBusiness = await findPublicBusinessCertificate(borough, code, today);
    if (ofBusiness) return <BusinessCertificate certificate={ofBusiness} today={today} />;
    return <UnknownCertificate />;
  }
  const state = STATES[certificateState(today, certificate)];
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      <PageHeading title="Check a certificate" />
      <Notice kind={state.kind} title={state.title}>
        {state.text}
      </Notice>
      <SummaryList
        rows={[
          { label: "Course", value: `${certificate.course}, version ${certificate.version}` },
          {
            label: "Holder",
            value: certificate.holder ?? "The holder has not chosen to show a name",
          },
          { label: "Borough", value: certificate.borough },
          { label: "Passed on", value: formatDate(certificate.issuedOn) },
          { label: "Counts until", value: formatDate(certificate.expiresOn) },
          ...(certificate.revokedOn
            ? [{ label: "Withdrawn on", value: formatDate(certificate.revokedOn) }]
            : []),
          { label: "Looked at on", value: formatDate(today) },
        ]}
      />
    </PublicShell>
  );
}
