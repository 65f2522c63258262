import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requireBorough } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { reasonLabel } from "@/lib/certificates/model";
import { getOfficersCertificate, type OfficersCertificate } from "@/lib/certificates/queries";
import { formatDate } from "@/lib/format";
import { type CertificateState, certificateState } from "@/lib/training/model";
import { revokeAction } from "../actions";
import { RevokeForm } from "./revoke-form";

export const metadata: Metadata = { title: "Certificate" };

const STATES: Record<CertificateState, string> = {
  valid: "Counts today",
  lapsed: "Lapsed",
  revoked: "Withdrawn",
  superseded: "Replaced by a newer one",
};

interface PageProps {
  params: Promise<{ borough: string; certificate: string }>;
  searchParams: Promise<Params>;
}

export default async function CertificatePage({ params, searchParams }: PageProps) {
  const { borough, certificate: id } = await params;
  const viewer = await requireBorough(borough);
  const { certificate, today } = await readOrNotFound(viewer, async (ctx) => ({
    certificate: await getOfficersCertificate(ctx, id),
    today: ctx.today,
  }));
  const list = `/${borough}/certificates`;
  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <Breadcrumbs items={[{ href: list, label: "Certificates" }]} />
      <PageHeading
        title={certificate.course ?? "Certificate of a business"}
        caption={certificate.business}
      />
      <SummaryList rows={rowsOf(certificate, { borough, today })} />
      {certificate.revokedOn ? null : (
        <section className="mt-8">
          <SectionHeading title="Withdraw it" lede={CONSEQUENCES[certificate.kind]} />
          <RevokeForm
            action={revokeAction.bind(null, { borough, certificate: id, kind: certificate.kind })}
            idempotencyKey={randomUUID()}
            certificateId={id}
            kind={certificate.kind}
            cancelHref={list}
          />
        </section>
      )}
    </>
  );
}

const CONSEQUENCES = {
  person:
    "From this month it counts in no figure, and its public page says that it was withdrawn. Its holder can take the course again.",
  business:
    "Its public page says that it was withdrawn, and the business cannot get another one this month. How the business stands does not change: that follows from its facts.",
};

function rowsOf(
  certificate: OfficersCertificate,
  { borough, today }: { borough: string; today: string },
) {
  const { business, businessId, revokedOn } = certificate;
  return [
    {
      label: "Business",
      value: <AppLink href={`/${borough}/businesses/${businessId}`}>{business}</AppLink>,
    },
    ...(certificate.kind === "person"
      ? [
          {
            label: "Holder",
            value: certificate.holder ?? "The holder has not chosen to show a name",
          },
        ]
      : []),
    { label: "Issued on", value: formatDate(certificate.issuedOn) },
    { label: "Counts until", value: formatDate(certificate.expiresOn) },
    { label: "State", value: STATES[certificateState(today, certificate)] },
    ...(revokedOn
      ? [
          { label: "Withdrawn on", value: formatDate(revokedOn) },
          { label: "Reason", value: reasonLabel(certificate.revokedReason) || "Not recorded" },
        ]
      : []),
  ];
}
