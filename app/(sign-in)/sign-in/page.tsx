import type { Metadata } from "next";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { readSessionCookie } from "@/lib/auth/cookie";
import { safeNext } from "@/lib/auth/redirect";
import { isDemonstration } from "@/lib/env";
import { signInAction } from "./actions";
import { ForgetKept } from "./forget-kept";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const DONE: Record<string, string> = {
  "signed-out": "You have signed out",
  "signed-out-everywhere": "You have signed out on every device",
};

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; done?: string }>;
}) {
  const { next, done } = await searchParams;
  const notice = done ? DONE[done] : undefined;
  const goOn = safeNext(next, "");
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      {notice ? (
        <>
          <Notice kind="success" title={notice} />
          {(await readSessionCookie()) ? null : <ForgetKept />}
        </>
      ) : null}
      <PageHeading
        title="Sign in"
        lede="For licensing teams, police partnership officers and managers of businesses."
      />
      <SignInForm action={signInAction} next={goOn || null} />
      <h2 className="mt-10">If you work at a business</h2>
      <p className="mt-2 max-w-read">
        You do not need an e-mail address. Scan the code your manager shows you, or type the link
        under it. You then type your name and a PIN of 6 digits.
      </p>
      <h2 className="mt-8">If you have an invitation</h2>
      <p className="mt-2 max-w-read">
        Open the link in the e-mail, or scan the code on the letter. You choose your password there.
      </p>
    </PublicShell>
  );
}
