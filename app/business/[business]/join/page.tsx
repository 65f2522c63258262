import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { Details } from "@/components/ui/details";
import { AppLink } from "@/components/ui/link";
import { groupSecret, hashSecret, linkSecret } from "@/lib/auth/secrets";
import { env } from "@/lib/env";
import { DoneNotice } from "../_parts/done-notice";
import { openBusiness } from "../_parts/open";
import { renewJoinCodeAction } from "./actions";
import { CodeForm } from "./code-form";
import { Poster } from "./poster";

export const metadata: Metadata = { title: "Code for staff" };

interface JoinPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function JoinPage({ params, searchParams }: JoinPageProps) {
  const { viewer, business } = await openBusiness(params);
  const secret = linkSecret("join", viewer.boroughCode, business.id, business.joinGeneration);
  // A code whose hash is not kept would open nothing: show none rather than a wrong one.
  const ready = business.joinCodeHash === hashSecret(secret);
  const action = renewJoinCodeAction.bind(null, business.id);
  const typed = new URL(`/join/${viewer.boroughCode}`, env().PORTAL_URL);
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <div className="print:hidden">
        <PageHeading
          title="The code for your staff"
          lede="Show this on a screen, or print it for the staff room. People join with their own name and a PIN, and you confirm them on the staff list."
        />
      </div>
      {ready ? (
        <>
          <Poster
            businessName={business.name}
            href={`${typed.href}/${secret}`}
            address={`${typed.host}${typed.pathname}`}
            typedCode={groupSecret(secret)}
          />
          <p className="mt-4 max-w-read text-ink-2 print:hidden">
            To print it, use your browser's print command: only the poster and the numbers to call
            are printed.{" "}
            <AppLink href={`/business/${business.id}/leaflets`}>Posters and leaflets</AppLink> carry
            the code too.
          </p>
          <div className="mt-8 max-w-read print:hidden">
            <Details summary="Change the code">
              <p className="mb-3">
                Do this when strangers have the code. The link, the QR code and every printed poster
                stop working. People who have joined stay on the list, and need the new link to come
                back.
              </p>
              <CodeForm
                action={action}
                idempotencyKey={randomUUID()}
                button="Change the code"
                variant="danger"
              />
            </Details>
          </div>
        </>
      ) : (
        <EmptyState
          title={
            business.stage === "enrolled"
              ? "There is no code yet"
              : "Staff cannot join while the business is not enrolled"
          }
          action={
            business.stage === "enrolled" ? (
              <CodeForm action={action} idempotencyKey={randomUUID()} button="Make the code" />
            ) : undefined
          }
        >
          {business.stage === "enrolled"
            ? "Make it once: it stays the same until you change it."
            : "Ask your borough's licensing team if you think this is wrong."}
        </EmptyState>
      )}
    </>
  );
}
