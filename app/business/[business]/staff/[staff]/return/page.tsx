import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { formatDate } from "@/lib/format";
import { getLeaver } from "@/lib/people/roll-queries";
import { FormPage } from "../../../_parts/form-page";
import { openBusiness, readOr404 } from "../../../_parts/open";
import { bringBackAction } from "./actions";
import { ReturnForm } from "./return-form";

export const metadata: Metadata = { title: "Bring somebody back" };

interface ReturnPageProps {
  params: Promise<{ business: string; staff: string }>;
}

export default async function ReturnPage({ params }: ReturnPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { staff } = await params;
  if (!isUuid(staff)) notFound();
  const { person, today } = await readOr404(() =>
    asViewer(viewer, async (ctx) => ({
      person: await getLeaver(ctx, business.id, staff),
      today: ctx.today,
    })),
  );
  const left = `/business/${business.id}/staff?show=left`;
  return (
    <FormPage
      back={[
        { href: `/business/${business.id}`, label: "Home" },
        { href: left, label: "Staff" },
      ]}
      title={`Bring ${person.name} back`}
      lede={`Their last day is recorded as ${formatDate(person.leftOn)}.`}
    >
      <ReturnForm
        action={bringBackAction.bind(null, business.id, person.id)}
        idempotencyKey={randomUUID()}
        staffId={person.id}
        today={today}
        earliest={addDays(person.leftOn, 1)}
        backHref={left}
      />
    </FormPage>
  );
}
