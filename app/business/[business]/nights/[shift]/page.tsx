import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/layout/empty-state";
import { LinkButton } from "@/components/ui/button";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { NIGHTS_LABELS, shiftTimes } from "@/lib/premises/model";
import { type CandidateRow, getShift, listCandidates } from "@/lib/premises/queries";
import { DoneNotice } from "../../_parts/done-notice";
import { FormPage } from "../../_parts/form-page";
import { openBusiness, readOr404 } from "../../_parts/open";
import { rosterShiftAction } from "../actions";
import { RosterForm } from "./roster-form";

export const metadata: Metadata = { title: "Who works the night shift" };

interface ShiftPageProps {
  params: Promise<{ business: string; shift: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function ShiftPage({ params, searchParams }: ShiftPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { shift: id } = await params;
  if (!isUuid(id)) notFound();
  const { shift, people } = await readOr404(() =>
    asViewer(viewer, async (ctx) => ({
      shift: await getShift(ctx, business.id, id),
      people: await listCandidates(ctx, business.id),
    })),
  );
  const home = `/business/${business.id}`;
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <FormPage
        back={[
          { href: home, label: "Home" },
          { href: `${home}/nights`, label: "Night shifts" },
        ]}
        title="Who works this shift?"
        lede={`${NIGHTS_LABELS[shift.nights]}, ${shiftTimes(shift)}. It is covered when at least one of them is trained. The police see that it is covered, never by whom.`}
      >
        {people.length === 0 ? (
          <EmptyState
            title="Nobody is on the staff list yet"
            action={<LinkButton href={`${home}/join`}>Show the code for staff</LinkButton>}
          >
            People who join with the code can be put on a shift once you have confirmed them.
          </EmptyState>
        ) : (
          <RosterForm
            action={rosterShiftAction.bind(null, business.id, shift.id)}
            idempotencyKey={randomUUID()}
            cancelHref={`${home}/nights`}
            people={people.map((person) => ({
              value: person.id,
              label: person.name,
              hint: trainedText(person),
            }))}
            working={shift.people.map((person) => person.id)}
          />
        )}
      </FormPage>
    </>
  );
}

function trainedText({ trainedUntil }: CandidateRow): string {
  return trainedUntil ? `Trained, until ${formatDate(trainedUntil)}` : "Not trained yet";
}
