import type { Metadata } from "next";
import { signOutAction } from "@/app/(sign-in)/sign-out";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { requireHolder } from "@/lib/auth/current";
import {
  type DigestChoice,
  findMobile,
  listDigestChoices,
  managesAnywhere,
} from "@/lib/auth/digest-choice";
import { isDemonstration } from "@/lib/env";
import { canSendTexts } from "@/lib/mail/transport";
import { chooseAction, mobileAction } from "./actions";
import { MobileForm } from "./mobile-form";

export const metadata: Metadata = { title: "Your weekly e-mails" };

const DONE: Record<string, string> = {
  number: "The number is saved",
  "no-number": "The number is taken away: you get no more texts",
};

interface PageProps {
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function WeeklyEmailsPage({ searchParams }: PageProps) {
  const holder = await requireHolder();
  const choices = await listDigestChoices(holder);
  const mobile = await findMobile(holder);
  // A number once given can be taken away, also where texts are not sent any more.
  const texts = mobile !== null || (canSendTexts() && managesAnywhere(holder));
  const done = DONE[String((await searchParams).done)];
  return (
    <PageShell person={holder.name} signOutAction={signOutAction} demonstration={isDemonstration()}>
      {done ? <Notice kind="success" title={done} /> : null}
      <Breadcrumbs items={[{ href: "/places", label: "Where are you working?" }]} />
      <PageHeading
        title="Your weekly e-mails"
        lede="On Monday morning each borough tells you what is due, overdue or about to lapse: one e-mail at most, and none in a week with nothing to do."
      />
      {choices.length === 0 ? (
        <EmptyState title="You get no weekly e-mail">
          They go to people who work for a borough or manage a business, at the address they sign in
          with.
        </EmptyState>
      ) : (
        <ul className="max-w-learn rounded-lg border border-line bg-paper">
          {choices.map((choice) => (
            <Choice key={choice.boroughCode} choice={choice} />
          ))}
        </ul>
      )}
      {texts ? (
        <section className="mt-10 max-w-read">
          <h2>A text when a course is overdue</h2>
          <p className="mt-2 mb-4">
            With the weekly e-mail we can send you one text, between 9:00 and 20:00, while a course
            is past its date at a business you manage. It names nobody. The number is used for
            nothing else, and no business or borough sees it.
          </p>
          <MobileForm action={mobileAction} mobile={mobile ?? ""} />
        </section>
      ) : null}
    </PageShell>
  );
}

function Choice({ choice: { boroughCode, boroughName, emails } }: { choice: DigestChoice }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t px-4 py-3.5 first:border-t-0">
      <div>
        <p className="font-semibold text-lg">{boroughName}</p>
        <p className="text-ink-2 text-sm">
          {emails ? "You get its weekly e-mail" : "You do not get its weekly e-mail"}
        </p>
      </div>
      <form action={chooseAction.bind(null, boroughCode, !emails)}>
        <Button variant="ghost">
          {emails ? "Stop it" : "Send it again"}
          <VisuallyHidden> (the weekly e-mail of {boroughName})</VisuallyHidden>
        </Button>
      </form>
    </li>
  );
}
