import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { LinkButton } from "@/components/ui/button";
import { findPasswordLink } from "@/lib/auth/password-links";
import { isDemonstration } from "@/lib/env";
import { choosePasswordAction } from "./actions";
import { PasswordForm } from "./password-form";

export const metadata: Metadata = { title: "Choose a password", robots: { index: false } };

export default async function PasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const reason = await findPasswordLink(token);
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      {reason ? (
        <>
          <PageHeading
            title={reason === "welcome" ? "Welcome: choose a password" : "Choose a new password"}
            lede={
              reason === "welcome"
                ? "You then sign in with your e-mail address and this password."
                : "You are then signed out on every other device."
            }
          />
          <PasswordForm action={choosePasswordAction.bind(null, token)} />
        </>
      ) : (
        <>
          <PageHeading
            title="This link does not work any more"
            lede="It was used already, or it has run out. Ask for a new one: it takes a minute."
          />
          <LinkButton href="/sign-in/reset">Send me a new link</LinkButton>
        </>
      )}
    </PublicShell>
  );
}
