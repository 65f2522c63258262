import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { isDemonstration } from "@/lib/env";
import { checkCertificateAction } from "./actions";
import { ReferenceForm } from "./reference-form";

export const metadata: Metadata = { title: "Check a certificate" };

/** For somebody who was shown a certificate on paper and cannot scan it. */
export default function CheckPage() {
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      <PageHeading
        title="Check a certificate"
        lede="The code of an Operation Make Safe certificate shows what it is for, and whether it counts today, has lapsed, was withdrawn or was replaced."
      />
      <ReferenceForm action={checkCertificateAction} button="Check the certificate" />
    </PublicShell>
  );
}
