import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Checkbox } from "@/components/forms/checkboxes";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button-class";
import { AppLink } from "@/components/ui/link";
import { QrCode } from "@/components/ui/qr-code";
import { SectionHeading } from "@/components/ui/section-heading";
import { certificateProof } from "@/lib/documents/proof";
import { showNameAction } from "../../../_parts/actions";
import { certificateHref, first, homeHref } from "../../../_parts/addresses";
import { LearnPage } from "../../../_parts/learn-page";
import { Problem } from "../../../_parts/problem";
import { CertificateSheet } from "./certificate-sheet";
import { loadCertificate } from "./load";

export const metadata: Metadata = { title: "Your certificate" };

interface PageProps {
  params: Promise<{ business: string; certificate: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CertificatePage({ params, searchParams }: PageProps) {
  const { business, certificate: id } = await params;
  const { done, error } = await searchParams;
  const { viewer, view } = await loadCertificate(business, id);
  const { certificate, state } = view;
  const proof = certificateProof(viewer.boroughCode, certificate.id);
  return (
    <LearnPage viewer={viewer} title={<AppLink href={homeHref(business)}>Your training</AppLink>}>
      <Problem code={first(error)} />
      {done === "name" ? (
        <Notice kind="success" title="Saved">
          {certificate.showsName
            ? "The public page shows your initial and family name."
            : "The public page shows no name."}
        </Notice>
      ) : null}
      <CertificateSheet certificate={certificate} state={state} holder={viewer.name} />
      <p className="mt-4 print:hidden">
        <a
          href={`${certificateHref(business, certificate.id)}/certificate.pdf`}
          className={buttonClass("primary")}
          download
        >
          Download the certificate (PDF)
        </a>
      </p>
      <section className="mt-8">
        <SectionHeading
          title="Show that it is real"
          lede="Anyone you give this link or code to sees the course, the dates and whether it counts today. Your business is not named."
        />
        <div className="flex flex-wrap items-start gap-5">
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
      </section>
      <form
        action={showNameAction.bind(null, business, certificate.id)}
        className="mt-6 print:hidden"
      >
        <HiddenKey value={randomUUID()} />
        <Checkbox
          name="showsName"
          label="Show my initial and family name on the public page"
          hint="You can change this at any time."
          defaultChecked={certificate.showsName}
        />
        <SubmitButton>Save</SubmitButton>
      </form>
    </LearnPage>
  );
}
