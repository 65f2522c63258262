import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { getPerson } from "@/lib/people/person-queries";
import { FormPage } from "../../../_parts/form-page";
import { openBusiness, readOr404 } from "../../../_parts/open";
import { addCertificateAction } from "./actions";
import { CertificateForm } from "./certificate-form";

export const metadata: Metadata = { title: "Add a certificate from elsewhere" };

interface AddCertificatePageProps {
  params: Promise<{ business: string; staff: string }>;
}

export default async function AddCertificatePage({ params }: AddCertificatePageProps) {
  const { viewer, business } = await openBusiness(params);
  const { staff } = await params;
  if (!isUuid(staff)) notFound();
  const person = await readOr404(() =>
    asViewer(viewer, (ctx) => getPerson(ctx, business.id, staff)),
  );
  const list = `/business/${business.id}/staff`;
  return (
    <FormPage
      back={[
        { href: `/business/${business.id}`, label: "Home" },
        { href: list, label: "Staff" },
      ]}
      title={`Add a certificate of ${person.name}`}
      lede="Whoever passed a course at another business, in any borough, need not take it again: ask them to show their certificate or passport, and type its code. It counts here from the day they passed, or the day you confirmed them if that is later, and until the same day."
    >
      <CertificateForm
        action={addCertificateAction.bind(null, business.id, person.id)}
        idempotencyKey={randomUUID()}
        staffId={person.id}
        name={person.name}
        backHref={list}
      />
    </FormPage>
  );
}
