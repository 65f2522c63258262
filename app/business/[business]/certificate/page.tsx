import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { AppLink } from "@/components/ui/link";
import { QrCode } from "@/components/ui/qr-code";
import { Tag } from "@/components/ui/tag";
import type { BusinessCertificateState } from "@/lib/certificates/model";
import { businessCertificateProof } from "@/lib/documents/proof";
import { formatDate } from "@/lib/format";
import { DoneNotice } from "../_parts/done-notice";
import { FormPage } from "../_parts/form-page";
import { CodeForm } from "../join/code-form";
import { issueCertificateAction } from "./actions";
import { loadCertificates } from "./load";

export const metadata: Metadata = { title: "Certificate of the business" };

const STATES: Record<BusinessCertificateState, string> = {
  valid: "Counts today",
  not_met: "Does not count: something is no longer met",
  lapsed: "Lapsed",
  revoked: "Withdrawn by your borough",
  superseded: "Replaced by a newer one",
};

interface CertificatePageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function CertificatePage({ params, searchParams }: CertificatePageProps) {
  const { viewer, business, certificates } = await loadCertificates(params);
  const [newest] = certificates;
  const home = `/business/${business.id}`;
  const proof = newest ? businessCertificateProof(viewer.boroughCode, newest.id) : null;
  const press = (
    <CodeForm
      action={issueCertificateAction.bind(null, business.id)}
      idempotencyKey={randomUUID()}
      button="Get the certificate"
    />
  );
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <FormPage
        back={[{ href: home, label: "Home" }]}
        title="Certificate of the business"
        lede="It says that the business meets Prevent, Protect and Pursue, and until when. Whoever scans its code sees whether it counts today. It names no person."
      >
        {newest && proof ? (
          <Card title={`Issued on ${formatDate(newest.issuedOn)}`} className="max-w-read">
            <p>
              <Tag tone={newest.state === "valid" ? "ok" : "due"}>{STATES[newest.state]}</Tag>
            </p>
            <p className="mt-2">Counts until {formatDate(newest.expiresOn)}.</p>
            <div className="mt-4 flex flex-wrap items-start gap-5">
              <QrCode text={proof.href} title="Code for the public page of this certificate" />
              <div className="min-w-60 flex-1">
                <p className="break-all">
                  <a href={proof.href}>{proof.href}</a>
                </p>
                <p className="mt-3">
                  Or at <b>{proof.typedAt}</b>, with the code{" "}
                  <b className="break-words">{proof.code}</b>
                </p>
              </div>
            </div>
            <p className="mt-4 print:hidden">
              <a
                href={`${home}/certificate/certificate.pdf`}
                className={buttonClass("ghost")}
                download
              >
                Download the certificate (PDF)
              </a>
            </p>
          </Card>
        ) : (
          <EmptyState title="There is no certificate yet" action={press}>
            You get one once everything under <AppLink href={home}>How you stand</AppLink> is met.
            If something is missing, we say what.
          </EmptyState>
        )}
        {newest ? (
          <div className="mt-6 max-w-read print:hidden">
            <p className="mb-3 text-ink-2">
              Ask again when more has been done: a new certificate is made only when it would count
              longer or less long than this one, and replaces it.
            </p>
            {press}
          </div>
        ) : null}
      </FormPage>
    </>
  );
}
