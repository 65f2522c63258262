import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { asViewer } from "@/lib/command";
import { formatDate, plural } from "@/lib/format";
import { countStaff } from "@/lib/people/queries";
import { findRollConfirmation, readWorking } from "@/lib/people/roll-queries";
import { FormPage } from "../../_parts/form-page";
import { openBusiness } from "../../_parts/open";
import { CodeForm } from "../../join/code-form";
import { confirmRollAction } from "./actions";
import { RollTable } from "./roll-table";

export const metadata: Metadata = { title: "Confirm the staff list" };

export default async function RollPage({ params }: { params: Promise<{ business: string }> }) {
  const { viewer, business } = await openBusiness(params);
  const { working, last, waiting } = await asViewer(viewer, async (ctx) => ({
    working: await readWorking(ctx, business.id),
    last: await findRollConfirmation(ctx, business.id),
    waiting: (await countStaff(ctx, business.id)).waiting,
  }));
  const { people, mark } = working;
  const home = `/business/${business.id}`;
  const before = last
    ? ` It was last confirmed on ${formatDate(last.confirmedOn)}, with ${plural(last.people, "person", "people")}.`
    : "";
  return (
    <FormPage
      back={[
        { href: home, label: "Home" },
        { href: `${home}/staff`, label: "Staff" },
      ]}
      title="Is this list right?"
      lede={`Once a quarter, look through who works at ${business.name}.${before} Whoever has left counts until you record it; whoever is missing cannot be trained.`}
    >
      <Differences home={home} headcount={business.headcount} listed={people.length} />
      {waiting > 0 ? (
        <Notice
          kind="info"
          title={`${plural(waiting, "person waits", "people wait")} to be confirmed`}
        >
          They are not on this list yet.{" "}
          <AppLink href={`${home}/staff/confirm`}>Confirm who has joined</AppLink>
        </Notice>
      ) : null}
      {people.length === 0 ? (
        <EmptyState
          title="Nobody is on the list yet"
          action={<LinkButton href={`${home}/staff/add`}>Add people</LinkButton>}
        >
          Add the people who work here, or show them the code.
        </EmptyState>
      ) : (
        <>
          <RollTable home={home} people={people} />
          <p className="my-6">
            Somebody is missing? <AppLink href={`${home}/staff/add`}>Add people</AppLink> first.
          </p>
          <CodeForm
            action={confirmRollAction.bind(null, business.id, mark)}
            idempotencyKey={randomUUID()}
            button={
              people.length === 1
                ? "This 1 person works here today"
                : `These ${people.length} people work here today`
            }
          />
        </>
      )}
    </FormPage>
  );
}

interface DifferencesProps {
  home: string;
  headcount: number | null;
  listed: number;
}

/** Where the number that was declared is not the number on the list. */
function Differences({ home, headcount, listed }: DifferencesProps) {
  if (headcount === listed) return null;
  const title =
    headcount === null
      ? "You have not said how many people work here"
      : `You said that ${plural(headcount, "person works", "people work")} here, and ${plural(listed, "is", "are")} on the list`;
  return (
    <Notice kind="info" title={title}>
      Your training is counted out of the number you say, or of the list where that is longer.{" "}
      <AppLink href={`${home}/headcount`}>Say how many people work here</AppLink>
    </Notice>
  );
}
