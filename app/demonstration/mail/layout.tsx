import type { ReactNode } from "react";
import { Notice } from "@/components/layout/notice";
import { PublicShell } from "@/components/layout/public-shell";

export default function MailboxLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell demonstration links={[{ href: "/sign-in", label: "Sign in" }]}>
      <Notice kind="info" title="This mailbox is part of the demonstration">
        Nothing is sent to anybody: every e-mail the portal writes is shown here instead, without
        signing in. Where a real mail server is set up, this page does not exist.
      </Notice>
      {children}
    </PublicShell>
  );
}
