import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { getPerson } from "@/lib/people/person-queries";
import { FormPage } from "../../../_parts/form-page";
import { openBusiness, readOr404 } from "../../../_parts/open";
import { recordLeavingAction } from "./actions";
import { LeavingForm } from "./leaving-form";

export const metadata: Metadata = { title: "Record that somebody left" };

interface LeavingPageProps {
  params: Promise<{ business: string; staff: string }>;
}

export default async function LeavingPage({ params }: LeavingPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { staff } = await params;
  if (!isUuid(staff)) notFound();
  const { person, today } = await readOr404(() =>
    asViewer(viewer, async (ctx) => ({
      person: await getPerson(ctx, business.id, staff),
      today: ctx.today,
    })),
  );
  if (person.isManager) notFound();
  const list = `/business/${business.id}/staff`;
  return (
    <FormPage
      back={[
        { href: `/business/${business.id}`, label: "Home" },
        { href: list, label: "Staff" },
      ]}
      title={`Record that ${person.name} left`}
      lede={`${person.name} joined on ${formatDate(person.joinedOn)}. They stop counting and can no longer sign in here. Their certificates stay valid: they can show them to a new employer.`}
    >
      <LeavingForm
        action={recordLeavingAction.bind(null, business.id, person.id)}
        idempotencyKey={randomUUID()}
        staffId={person.id}
        today={today}
        joinedOn={person.joinedOn}
        backHref={list}
      />
    </FormPage>
  );
}
