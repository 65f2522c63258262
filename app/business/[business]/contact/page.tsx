import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { DoneNotice } from "../_parts/done-notice";
import { openBusiness } from "../_parts/open";
import { editContactAction } from "./actions";
import { ContactForm } from "./contact-form";

export const metadata: Metadata = { title: "Contact details" };

interface ContactPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function ContactPage({ params, searchParams }: ContactPageProps) {
  const { business } = await openBusiness(params);
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading
        title="Contact details"
        lede={`How your borough's licensing team can reach ${business.name}. The police do not see them.`}
      />
      <ContactForm
        action={editContactAction.bind(null, business.id)}
        idempotencyKey={randomUUID()}
        contactEmail={business.contactEmail ?? ""}
        contactPhone={business.contactPhone ?? ""}
      />
      <p className="mt-8 max-w-read text-ink-2">
        The name and address of the business come from your borough. If they are wrong, ask the
        licensing team to change them: {business.name}, {business.address}, {business.postcode}.
      </p>
    </>
  );
}
