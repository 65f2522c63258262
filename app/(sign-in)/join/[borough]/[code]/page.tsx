import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { findJoinPlace } from "@/lib/auth/lookups";
import { readTypedSecret } from "@/lib/auth/secrets";
import { isDemonstration } from "@/lib/env";
import { joinAction } from "./actions";
import { JoinForm } from "./join-form";

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
          <p className="mt-8 text-ink-2">
            Your manager sees your name and whether you passed. Nobody sees your answers.
          </p>
        </>
      ) : (
        <PageHeading
          title="This code does not work any more"
          lede="Your manager may have made a new one: ask them to show it to you. If you typed the link, check that all of it is there."
        />
      )}
    </PublicShell>
  );
}
