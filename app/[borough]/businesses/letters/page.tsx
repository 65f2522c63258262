import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { requireBorough } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { plural } from "@/lib/format";
import { INVITATION_DAYS } from "@/lib/people/invitation-model";
import { MOST_LETTERS } from "@/lib/people/invitation-schema";
import { ConfirmForm } from "../_forms/confirm-form";
import { ChosenList } from "../_list/chosen-list";
import { listHref, listSelected, readSelection } from "../_list/selection";
import { makeLettersAction } from "./actions";

export const metadata: Metadata = { title: "Print letters" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

/** A letter goes to who has not enrolled; of more than fit in one go, the first by name. */
export default async function LettersPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const chosen = await asViewer(viewer, (ctx) =>
    listSelected(ctx, readSelection(query), 5 * MOST_LETTERS),
  );
  const fitting = chosen.filter((row) => row.stage === "in_scope" || row.stage === "invited");
  const letters = fitting.slice(0, MOST_LETTERS);
  const back = listHref(borough, query);
  const leftOut = chosen.length - fitting.length;

  return (
    <>
      <Breadcrumbs items={[{ href: back, label: "Businesses" }]} />
      <PageHeading
        title={letters.length > 0 ? "Check before you print" : "Print letters"}
        lede="Each letter invites the manager of one business, with a code and a QR code."
      />
      {leftOut > 0 ? (
        <Notice kind="info" title={`No letter for ${plural(leftOut, "business", "businesses")}`}>
          They are enrolled, closed or left out already.
        </Notice>
      ) : null}
      {fitting.length > letters.length ? (
        <Notice kind="info" title={`The first ${MOST_LETTERS}, by name`}>
          Letters are made {MOST_LETTERS} at a time. Choose “Not invited” on the list afterwards to
          go on with the rest.
        </Notice>
      ) : null}
      {letters.length === 0 ? (
        <EmptyState
          title="There is nobody to write to"
          action={<LinkButton href={back}>Back to the list</LinkButton>}
        >
          <p>Tick businesses that have not enrolled yet, then choose “Print letters”.</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 max-w-read">
            You are about to make {plural(letters.length, "letter", "letters")}. Each works for{" "}
            {INVITATION_DAYS} days. An earlier invitation of these businesses stops working.
          </p>
          <ChosenList borough={borough} businesses={letters} />
          <div className="mt-6">
            <ConfirmForm
              action={makeLettersAction.bind(null, borough)}
              idempotencyKey={randomUUID()}
              button={`Make ${plural(letters.length, "letter", "letters")}`}
              cancelHref={back}
              hidden={letters.map((row) => ({ name: "businessIds[]", value: row.id }))}
            />
          </div>
        </>
      )}
    </>
  );
}
