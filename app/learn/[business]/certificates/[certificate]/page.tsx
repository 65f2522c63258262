import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Checkbox } from "@/components/forms/checkboxes";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/layout/notice";
import { AppLink } from "@/components/ui/link";
import { QrCode } from "@/components/ui/qr-code";
import { SectionHeading } from "@/components/ui/section-heading";
import { linkSecret } from "@/lib/auth/secrets";
import { env } from "@/lib/env";
import { getMyCertificate } from "@/lib/training/attempt-queries";
import { certificateState } from "@/lib/training/model";
import { listMyCertificates } from "@/lib/training/queries";
import { showNameAction } from "../../../_parts/actions";
import { first, homeHref } from "../../../_parts/addresses";
import { LearnPage } from "../../../_parts/learn-page";
import { readAsLearner } from "../../../_parts/learner";
import { Problem } from "../../../_parts/problem";
import { CertificateSheet } from "./certificate-sheet";

export const metadata: Metadata = { title: "Your certificate" };

interface PageProps {
  params: Promise<{ business: string; certificate: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CertificatePage({ params, searchParams }: PageProps) {
  const { business, certificate: id } = await params;
  const { done, error } = await searchParams;
  const { viewer, view } = await readAsLearner(business, async (ctx) => {
    const certificate = await getMyCertificate(ctx, id);
    const newer = (await listMyCertificates(ctx)).find(
      (c) =>
        c.courseSlug === certificate.courseSlug &&
        c.issuedOn > certificate.issuedOn &&
        !c.revokedOn,
    );
    const facts = { ...certificate, newerUntil: newer?.expiresOn ?? null };
    return { certificate, state: certificateState(ctx.today, facts) };
  });
  const { certificate, state } = view;
  const { boroughCode } = viewer;
  const code = linkSecret("certificate", boroughCode, certificate.id);
  const address = `${env().PORTAL_URL}/verify/${boroughCode}/${code}`;
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
      <section className="mt-8">
        <SectionHeading
          title="Show that it is real"
          lede="Anyone you give this link or code to sees the course, the dates and whether it counts today. Your business is not named."
        />
        <div className="flex flex-wrap items-start gap-5">
          <QrCode text={address} title="Code for the public page of this certificate" />
          <p className="min-w-60 flex-1 break-all">
            <a href={address}>{address}</a>
          </p>
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
      <p className="mt-6 text-ink-2 print:hidden">
        To keep it on paper, print this page from your browser.
      </p>
    </LearnPage>
  );
}
