import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { FormPage } from "../../_parts/form-page";
import { openBusiness } from "../../_parts/open";
import { declareShiftAction } from "../actions";
import { ShiftForm } from "./shift-form";

export const metadata: Metadata = { title: "Declare a night shift" };

export default async function DeclarePage({ params }: { params: Promise<{ business: string }> }) {
  const { business } = await openBusiness(params);
  const home = `/business/${business.id}`;
  return (
    <FormPage
      back={[
        { href: home, label: "Home" },
        { href: `${home}/nights`, label: "Night shifts" },
      ]}
      title="Declare a night shift"
      lede="A shift on which somebody is at work after 11pm. You say on the next page who works it."
    >
      <ShiftForm
        action={declareShiftAction.bind(null, business.id)}
        idempotencyKey={randomUUID()}
        businessId={business.id}
      />
    </FormPage>
  );
}
