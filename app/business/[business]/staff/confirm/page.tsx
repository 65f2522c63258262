import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { LinkButton } from "@/components/ui/button";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { listWaiting } from "@/lib/people/queries";
import { FormPage } from "../../_parts/form-page";
import { openBusiness } from "../../_parts/open";
import { settleWaitingAction } from "./actions";
import { ConfirmForm } from "./confirm-form";

export const metadata: Metadata = { title: "Confirm who has joined" };

export default async function ConfirmPage({ params }: { params: Promise<{ business: string }> }) {
  const { viewer, business } = await openBusiness(params);
  const waiting = await asViewer(viewer, (ctx) => listWaiting(ctx, business.id));
  const home = `/business/${business.id}`;
  return (
    <FormPage
      back={[
        { href: home, label: "Home" },
        { href: `${home}/staff`, label: "Staff" },
      ]}
      title="Confirm who has joined"
      lede={`Anybody with the code can join. Confirm the people who work at ${business.name}: only they count. Remove the others: they can no longer sign in.`}
    >
      {waiting.length === 0 ? (
        <EmptyState
          title="Nobody is waiting"
          action={<LinkButton href={`${home}/join`}>Show the code for staff</LinkButton>}
        >
          People who join with the code appear here.
        </EmptyState>
      ) : (
        <ConfirmForm
          action={settleWaitingAction.bind(null, business.id)}
          idempotencyKey={randomUUID()}
          people={waiting.map((person) => ({
            value: person.id,
            label: person.name,
            hint: `Joined on ${formatDate(person.joinedOn)}.${
              person.namesake
                ? " Somebody of this name is confirmed already: is it the same person?"
                : ""
            }`,
          }))}
        />
      )}
    </FormPage>
  );
}
