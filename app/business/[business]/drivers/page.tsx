import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { asViewer } from "@/lib/command";
import { formatDate, lowerFirst } from "@/lib/format";
import { DRIVER_EVIDENCE, DRIVERS_SECTOR } from "@/lib/premises/driver-model";
import { findAttestation } from "@/lib/premises/driver-queries";
import { getPremises } from "@/lib/premises/queries";
import { FormPage } from "../_parts/form-page";
import { openBusiness } from "../_parts/open";
import { attestDriversAction } from "./actions";
import { DriversForm } from "./drivers-form";

export const metadata: Metadata = { title: "Your drivers" };

export default async function DriversPage({ params }: { params: Promise<{ business: string }> }) {
  const { viewer, business } = await openBusiness(params);
  const { premises, said } = await asViewer(viewer, async (ctx) => ({
    premises: await getPremises(ctx, business.id),
    said: await findAttestation(ctx, business.id),
  }));
  if (premises.sector !== DRIVERS_SECTOR) notFound();
  const home = `/business/${business.id}`;
  return (
    <FormPage
      back={[{ href: home, label: "Home" }]}
      title="Your drivers"
      lede="TfL licenses drivers and trains them on safeguarding. Say how many of those who take your bookings have had that training. They are shown apart from the staff of your base, who take the course here."
    >
      {said ? (
        <p className="mb-6 max-w-read text-ink-2">
          On {formatDate(said.attestedOn)} you said {said.trained} of {said.drivers}. You relied on
          this: {lowerFirst(DRIVER_EVIDENCE[said.evidence])}.
        </p>
      ) : null}
      <DriversForm
        action={attestDriversAction.bind(null, business.id)}
        idempotencyKey={randomUUID()}
        said={said}
        backHref={home}
      />
    </FormPage>
  );
}
