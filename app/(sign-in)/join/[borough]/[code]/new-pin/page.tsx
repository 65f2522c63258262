import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { AppLink } from "@/components/ui/link";
import { findJoinPlace } from "@/lib/auth/lookups";
import { readTypedSecret } from "@/lib/auth/secrets";
import { isDemonstration } from "@/lib/env";
import { NoWayIn } from "../no-way-in";
import { choosePinAction } from "./actions";
import { PinForm } from "./pin-form";

export const metadata: Metadata = { title: "Choose your PIN", robots: { index: false } };

export default async function NewPinPage({
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
            title="Choose your PIN"
            lede="With the code that your manager gave you. You use your name and the PIN from now on."
          />
          <PinForm action={choosePinAction.bind(null, borough, code)} />
          <p className="mt-8">
            <AppLink href={`/join/${borough}/${code}`}>I have no code</AppLink>
          </p>
        </>
      ) : (
        <NoWayIn place={place} />
      )}
    </PublicShell>
  );
}
