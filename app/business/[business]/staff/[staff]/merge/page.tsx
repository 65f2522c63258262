import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/layout/empty-state";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { formatDate, plural } from "@/lib/format";
import { getPerson, listNamesakes, type Namesake } from "@/lib/people/person-queries";
import { FormPage } from "../../../_parts/form-page";
import { openBusiness, readOr404 } from "../../../_parts/open";
import { mergeAction } from "./actions";
import { MergeForm } from "./merge-form";

export const metadata: Metadata = { title: "One person, twice on the list" };

interface MergePageProps {
  params: Promise<{ business: string; staff: string }>;
}

export default async function MergePage({ params }: MergePageProps) {
  const { viewer, business } = await openBusiness(params);
  const { staff } = await params;
  if (!isUuid(staff)) notFound();
  const { person, others } = await readOr404(() =>
    asViewer(viewer, async (ctx) => ({
      person: await getPerson(ctx, business.id, staff),
      others: await listNamesakes(ctx, business.id, staff),
    })),
  );
  const list = `/business/${business.id}/staff`;
  return (
    <FormPage
      back={[
        { href: list, label: "Staff" },
        { href: `${list}/${person.id}`, label: person.name },
      ]}
      title={`Is ${person.name} on the list twice?`}
      lede={`The entry that joined on ${formatDate(person.joinedOn)} stays, with its PIN or e-mail address. It takes over the certificates of the other one and, if both are on the list now, its night shifts and its past months. A course that is begun and not passed is not taken over.`}
    >
      {others.length === 0 ? (
        <EmptyState title="Nobody else of this name">
          No other entry of this name can be taken over. An entry that signs in with an e-mail
          address is kept: open this page from that one.
        </EmptyState>
      ) : (
        <MergeForm
          action={mergeAction.bind(null, business.id, person.id)}
          idempotencyKey={randomUUID()}
          stayId={person.id}
          others={others.map((other) => ({
            value: other.id,
            label: `${person.name}, joined on ${formatDate(other.joinedOn)}`,
            hint: hintOf(other),
          }))}
          backHref={list}
        />
      )}
    </FormPage>
  );
}

function hintOf({ confirmedOn, leftOn, passed }: Namesake): string {
  const held = plural(passed, "certificate", "certificates");
  if (leftOn !== null) {
    return `Left on ${formatDate(leftOn)}, ${held}. Their months here stay as they were; what is still valid is taken over.`;
  }
  return confirmedOn
    ? `On the list since ${formatDate(confirmedOn)}, ${held}. This entry goes: it will never have counted.`
    : `Waiting to be confirmed, ${held}. This entry goes.`;
}
