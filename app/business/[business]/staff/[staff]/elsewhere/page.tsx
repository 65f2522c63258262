import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/layout/empty-state";
import { LinkButton } from "@/components/ui/button";
import { isUuid } from "@/lib/auth/ids";
import { equivalentLabel } from "@/lib/certificates/equivalent-model";
import { listEquivalents } from "@/lib/certificates/equivalent-queries";
import { asViewer } from "@/lib/command";
import { plural } from "@/lib/format";
import { getPerson } from "@/lib/people/person-queries";
import { FormPage } from "../../../_parts/form-page";
import { openBusiness, readOr404 } from "../../../_parts/open";
import { recordEquivalentAction } from "./actions";
import { ElsewhereForm } from "./elsewhere-form";

export const metadata: Metadata = { title: "Trained elsewhere" };

interface ElsewherePageProps {
  params: Promise<{ business: string; staff: string }>;
}

export default async function ElsewherePage({ params }: ElsewherePageProps) {
  const { viewer, business } = await openBusiness(params);
  const { staff } = await params;
  if (!isUuid(staff)) notFound();
  const { person, policies, today } = await readOr404(() =>
    asViewer(viewer, async (ctx) => ({
      person: await getPerson(ctx, business.id, staff),
      policies: (await listEquivalents(ctx)).filter((policy) => !policy.endedOn),
      today: ctx.today,
    })),
  );
  const list = `/business/${business.id}/staff`;
  return (
    <FormPage
      back={[
        { href: `/business/${business.id}`, label: "Home" },
        { href: list, label: "Staff" },
      ]}
      title={`${person.name} was trained elsewhere`}
      lede="Your borough lets some other training stand for a course here. Look at the certificate yourself, and keep a copy: an officer may ask to see it on a visit."
    >
      {person.confirmedOn === null ? (
        <EmptyState
          title="Confirm them first"
          action={<LinkButton href={`${list}/confirm`}>Confirm who has joined</LinkButton>}
        >
          <p>Training elsewhere counts for people you have confirmed as working here.</p>
        </EmptyState>
      ) : policies.length === 0 ? (
        <EmptyState title="Your borough accepts no training from elsewhere">
          <p>Ask them to take the course here, or ask the borough’s licensing team.</p>
        </EmptyState>
      ) : (
        <ElsewhereForm
          action={recordEquivalentAction.bind(null, business.id, person.id)}
          idempotencyKey={randomUUID()}
          staffId={person.id}
          policies={policies.map((policy) => ({
            value: policy.id,
            label: equivalentLabel(policy),
            hint: `Counts for ${plural(policy.months, "month", "months")} from when it was taken.`,
          }))}
          today={today}
          backHref={list}
        />
      )}
    </FormPage>
  );
}
