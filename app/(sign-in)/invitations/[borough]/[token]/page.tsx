import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { LinkButton } from "@/components/ui/button";
import { findInvitation, type PublicInvitation } from "@/lib/auth/lookups";
import { isDemonstration } from "@/lib/env";
import { formatDate } from "@/lib/format";
import { AcceptForm } from "./accept-form";
import { acceptAction } from "./actions";

export const metadata: Metadata = { title: "Your invitation", robots: { index: false } };

export default async function InvitationPage({
  params,
}: {
  params: Promise<{ borough: string; token: string }>;
}) {
  const { borough, token } = await params;
  const invitation = await findInvitation(borough, token);
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      {invitation?.state === "open" ? (
        <>
          <PageHeading
            caption={`${invitation.boroughName}: Operation Make Safe`}
            title={titleOf(invitation)}
            lede={`The invitation can be accepted until ${formatDate(invitation.expiresOn)}.`}
          />
          {invitation.businessName ? <WhatIsAsked boroughName={invitation.boroughName} /> : null}
          <AcceptForm action={acceptAction.bind(null, borough, token)} email={invitation.email} />
        </>
      ) : (
        <Closed invitation={invitation} />
      )}
    </PublicShell>
  );
}

function titleOf(invitation: PublicInvitation): string {
  if (invitation.businessName) return `You are asked to take part for ${invitation.businessName}`;
  return `Join the licensing team of ${invitation.boroughName}`;
}

function WhatIsAsked({ boroughName }: { boroughName: string }) {
  return (
    <div className="mb-8 max-w-read">
      <p>
        Hotels, taxi firms and licensed premises are often the first to notice a child who is being
        sexually exploited. {boroughName} asks you to:
      </p>
      <ul className="my-2 list-disc space-y-1 pl-6">
        <li>say how many people work there</li>
        <li>take a short course yourself</li>
        <li>show your staff a code, so that they can take it on their phones</li>
      </ul>
      <p>Taking part is free. It takes you about 10 minutes to begin.</p>
    </div>
  );
}

const CLOSED: Record<Exclude<PublicInvitation["state"], "open"> | "unknown", [string, string]> = {
  used: [
    "This invitation was accepted already",
    "Sign in with the e-mail address and password that were chosen then.",
  ],
  withdrawn: [
    "This invitation was withdrawn",
    "A newer one may be on its way to you. If not, ask the borough's licensing team for another.",
  ],
  expired: ["This invitation has run out", "Ask the borough's licensing team for a new one."],
  unknown: [
    "We do not know this invitation",
    "Check that the whole link or code is there. If it is, ask the borough's licensing team for a new one.",
  ],
};

function Closed({ invitation }: { invitation: PublicInvitation | null }) {
  const state = invitation?.state ?? "unknown";
  const [title, lede] = CLOSED[state === "open" ? "unknown" : state];
  return (
    <>
      <PageHeading title={title} lede={lede} />
      {state === "used" ? <LinkButton href="/sign-in">Sign in</LinkButton> : null}
    </>
  );
}
