import type { Metadata } from "next";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { AppLink } from "@/components/ui/link";
import { RESET_MINUTES } from "@/lib/auth/password-links";
import { isDemonstration } from "@/lib/env";
import { resetAction } from "../actions";
import { ResetForm } from "./reset-form";

export const metadata: Metadata = { title: "Choose a new password" };

export default async function ResetPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string }>;
}) {
  const sent = (await searchParams).done === "sent";
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      {sent ? (
        <Notice kind="success" title="Look in your mailbox">
          <p>
            If this address has an account, a link is on its way. It works once, for {RESET_MINUTES}{" "}
            minutes. Nothing after a few minutes? Look among your junk mail, and check the address.
          </p>
        </Notice>
      ) : null}
      <PageHeading
        title="Choose a new password"
        lede="We send a link to your e-mail address. Your old password works until you choose a new one."
      />
      <ResetForm action={resetAction} />
      <p className="mt-8">
        <AppLink href="/sign-in">Back to sign in</AppLink>
      </p>
    </PublicShell>
  );
}
