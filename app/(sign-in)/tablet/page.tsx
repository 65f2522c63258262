import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { readSessionCookie } from "@/lib/auth/cookie";
import { endSession } from "@/lib/auth/session";
import { findDevicePlace } from "@/lib/auth/shared-device";
import { isDemonstration } from "@/lib/env";
import { JoinForm } from "../join/[borough]/[code]/join-form";
import { tabletJoinAction } from "./actions";

export const metadata: Metadata = { title: "Start your training", robots: { index: false } };

/** Where a shared device begins: whoever was signed in on it before is signed out here. */
export default async function TabletPage() {
  const place = await findDevicePlace();
  const former = await readSessionCookie();
  if (former && "staffId" in former) await endSession(former);
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      {place ? (
        <>
          <PageHeading
            caption={place.businessName}
            title="Start your training"
            lede="This device is shared. Press “Sign out” when you are done: nothing of yours stays on it, and your place is kept."
          />
          <JoinForm action={tabletJoinAction} />
          <p className="mt-8 text-ink-2">
            Forgot your PIN? Your manager can give you a code for a new one. Your training is kept.
          </p>
        </>
      ) : (
        <PageHeading
          title="This device is not open"
          lede="It is opened for 12 hours at a time. Ask your manager to open it again, or learn on your own phone with the code for staff."
        />
      )}
    </PublicShell>
  );
}
