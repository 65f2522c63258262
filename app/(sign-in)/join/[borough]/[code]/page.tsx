import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { AppLink } from "@/components/ui/link";
import { findJoinPlace } from "@/lib/auth/lookups";
import { readTypedSecret } from "@/lib/auth/secrets";
import { isDemonstration } from "@/lib/env";
import { joinAction } from "./actions";
import { JoinForm } from "./join-form";
import { NoWayIn } from "./no-way-in";

export const metadata: Metadata = { title: "Start your training", robots: { index: false } };

export default async function JoinPage({
  params,
}: {
  params: Promise<{ borough: string; code: string }>;
}) {
  const { borough, code } = await params;
  const place = await findJoinPlace(borough, readTypedSecret(code));
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      {place?.open ? (
        <>
          <PageHeading
            caption={place.businessName}
            title="Start your training"
            lede="Short lessons on your phone about keeping children safe. You can stop and come back."
          />
          <JoinForm action={joinAction.bind(null, borough, code)} />
          <p className="mt-8">
            <AppLink href={`/join/${borough}/${code}/new-pin`}>
              I have a code from my manager
            </AppLink>
          </p>
          <p className="mt-3 text-ink-2">
            Forgot your PIN? Your manager can give you a code for a new one. Your training is kept.
          </p>
          <p className="mt-3 text-ink-2">
            Your manager sees your name and whether you passed. Nobody sees your answers.
          </p>
        </>
      ) : (
        <NoWayIn place={place} />
      )}
    </PublicShell>
  );
}
