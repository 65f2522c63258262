import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { getPerson } from "@/lib/people/person-queries";
import { FormPage } from "../../../_parts/form-page";
import { openBusiness, readOr404 } from "../../../_parts/open";
import { CodeForm } from "../../../join/code-form";
import { renewPinAction } from "./actions";

export const metadata: Metadata = { title: "A new PIN" };

interface PinPageProps {
  params: Promise<{ business: string; staff: string }>;
}

export default async function PinPage({ params }: PinPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { staff } = await params;
  if (!isUuid(staff)) notFound();
  const person = await readOr404(() =>
    asViewer(viewer, (ctx) => getPerson(ctx, business.id, staff)),
  );
  if (person.isManager) notFound();
  const list = `/business/${business.id}/staff`;
  return (
    <FormPage
      back={[
        { href: `/business/${business.id}`, label: "Home" },
        { href: list, label: "Staff" },
      ]}
      title={`A new PIN for ${person.name}`}
      lede="You make a code, and they choose the new PIN themselves: you never see it. Their old PIN stops working at once, and they are signed out wherever they are signed in. Their training is kept."
    >
      <CodeForm
        action={renewPinAction.bind(null, business.id, person.id)}
        idempotencyKey={randomUUID()}
        button="Make a code for a new PIN"
      />
    </FormPage>
  );
}
