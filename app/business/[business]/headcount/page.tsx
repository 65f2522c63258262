import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { FormPage } from "../_parts/form-page";
import { openBusiness } from "../_parts/open";
import { declareHeadcountAction } from "./actions";
import { HeadcountForm } from "./headcount-form";

export const metadata: Metadata = { title: "How many people work here" };

export default async function HeadcountPage({ params }: { params: Promise<{ business: string }> }) {
  const { business } = await openBusiness(params);
  return (
    <FormPage
      back={[{ href: `/business/${business.id}`, label: "Home" }]}
      title={`How many people work at ${business.name}?`}
      lede="Your training is counted out of this number. Change it whenever it changes: an officer may ask about it on a visit."
    >
      <HeadcountForm
        action={declareHeadcountAction.bind(null, business.id)}
        idempotencyKey={randomUUID()}
        businessId={business.id}
        headcount={business.headcount}
      />
    </FormPage>
  );
}
