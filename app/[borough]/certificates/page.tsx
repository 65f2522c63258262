import type { Metadata } from "next";
import { ReferenceForm } from "@/app/(public)/verify/reference-form";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { findCertificateAction } from "./actions";

export const metadata: Metadata = { title: "Certificates" };

export default async function CertificatesPage({
  params,
}: {
  params: Promise<{ borough: string }>;
}) {
  const { borough } = await params;
  await requireBorough(borough);
  return (
    <>
      <PageHeading
        title="Find a certificate"
        lede="Type the code printed on the certificate of a person or of a business. You see what it is for and what it is worth today, and you can withdraw it."
      />
      <div className="max-w-read">
        <ReferenceForm action={findCertificateAction.bind(null, borough)} button="Find it" />
      </div>
    </>
  );
}
