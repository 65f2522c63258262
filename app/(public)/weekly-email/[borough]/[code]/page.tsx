import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Button, LinkButton } from "@/components/ui/button";
import { findStopLink } from "@/lib/auth/digest-choice";
import { isDemonstration } from "@/lib/env";
import { stopAction } from "./actions";

export const metadata: Metadata = {
  title: "Stop the weekly e-mail",
  robots: { index: false, follow: false },
};

interface StopPageProps {
  params: Promise<{ borough: string; code: string }>;
}

/** Where a weekly e-mail's own link leads: mail programs open links by themselves, so a button stops it. */
export default async function StopPage({ params }: StopPageProps) {
  const { borough, code } = await params;
  const link = await findStopLink(borough, code);
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      {link === null ? (
        <PageHeading
          title="We do not know this link"
          lede="Check that the whole address is there, or use the link in a newer e-mail. Once you are signed in, you can also choose it under “Where are you working?”."
        />
      ) : link.emails ? (
        <>
          <PageHeading
            caption={`Operation Make Safe, ${link.boroughName}`}
            title="Stop the weekly e-mail?"
            lede="You will not be told any more what is due, overdue or about to lapse. Your pages still show it, and you can have the e-mail again at any time."
          />
          <form action={stopAction.bind(null, borough, code)}>
            <Button variant="primary">Stop the weekly e-mail</Button>
          </form>
        </>
      ) : (
        <>
          <PageHeading
            caption={`Operation Make Safe, ${link.boroughName}`}
            title="The weekly e-mail is stopped"
            lede="To have it again, sign in and choose it for this borough."
          />
          <LinkButton href="/places/emails">Your weekly e-mails</LinkButton>
        </>
      )}
    </PublicShell>
  );
}
