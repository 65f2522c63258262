import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { asViewer } from "@/lib/command";
import { getPremises, listShifts } from "@/lib/premises/queries";
import { FormPage } from "../../_parts/form-page";
import { openBusiness } from "../../_parts/open";
import { declareHoursAction } from "../actions";
import { HoursForm } from "./hours-form";

export const metadata: Metadata = { title: "Open after 11pm" };

export default async function HoursPage({ params }: { params: Promise<{ business: string }> }) {
  const { viewer, business } = await openBusiness(params);
  const { opensLate, shifts } = await asViewer(viewer, async (ctx) => ({
    opensLate: (await getPremises(ctx, business.id)).opensLate,
    shifts: (await listShifts(ctx, business.id)).length,
  }));
  const home = `/business/${business.id}`;
  return (
    <FormPage
      back={[
        { href: home, label: "Home" },
        { href: `${home}/nights`, label: "Night shifts" },
      ]}
      title={`Is ${business.name} open after 11pm?`}
      lede="Open means that guests, customers or callers can come in or be served, on any night of the week."
    >
      <HoursForm
        action={declareHoursAction.bind(null, business.id)}
        idempotencyKey={randomUUID()}
        businessId={business.id}
        opensLate={opensLate}
        shifts={shifts}
      />
    </FormPage>
  );
}
