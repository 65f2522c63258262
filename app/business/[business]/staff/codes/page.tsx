import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { groupSecret, hashSecret, linkSecret, pinCode } from "@/lib/auth/secrets";
import { asViewer } from "@/lib/command";
import { env } from "@/lib/env";
import { listPinSlips } from "@/lib/people/queries";
import { DoneNotice } from "../../_parts/done-notice";
import { openBusiness } from "../../_parts/open";
import { Slip } from "./slip";

export const metadata: Metadata = { title: "Codes for a PIN" };

interface CodesPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

/** Slips to cut out and hand over: each opens one person's choice of a PIN, once. */
export default async function CodesPage({ params, searchParams }: CodesPageProps) {
  const { viewer, business } = await openBusiness(params);
  const slips = await asViewer(viewer, (ctx) => listPinSlips(ctx, business.id));
  const secret = linkSecret("join", viewer.boroughCode, business.id, business.joinGeneration);
  const joinable = business.joinCodeHash === hashSecret(secret);
  const { href } = new URL(`/join/${viewer.boroughCode}/${secret}/new-pin`, env().PORTAL_URL);
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <div className="print:hidden">
        <PageHeading
          title="Codes for a PIN"
          lede="Print this page, cut it, and hand each slip to the person it names. A code works once, together with their name and the code for staff on your wall."
        />
      </div>
      {joinable ? null : (
        <EmptyState
          title="Make the code for staff first"
          action={
            <LinkButton href={`/business/${business.id}/join`}>Make the code for staff</LinkButton>
          }
        >
          The slips lead to your business's own page: it opens once there is a code for staff.
        </EmptyState>
      )}
      {joinable && slips.length === 0 ? (
        <EmptyState title="Nobody has a code to use">
          Add people to the staff list, or make a new PIN for somebody who has forgotten theirs.
        </EmptyState>
      ) : null}
      {joinable && slips.length > 0 ? (
        <ul className="grid list-none gap-4 pl-0 sm:grid-cols-2 print:grid-cols-2">
          {slips.map((slip) => (
            <Slip
              key={slip.staffId}
              name={slip.name}
              business={business.name}
              code={groupSecret(pinCode(viewer.boroughCode, slip.staffId, slip.generation))}
              href={href}
              until={slip.expiresOn}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}
