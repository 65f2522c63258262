import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { isBoroughCode } from "@/lib/auth/ids";
import { isDemonstration } from "@/lib/env";
import { openCodeAction } from "./actions";
import { CodeForm } from "./code-form";

export const metadata: Metadata = { title: "Type the code on your letter" };

export default async function InvitationCodePage({
  params,
}: {
  params: Promise<{ borough: string }>;
}) {
  const { borough } = await params;
  if (!isBoroughCode(borough)) notFound();
  return (
    <PublicShell demonstration={isDemonstration()} width="form">
      <PageHeading
        title="Type the code on your letter"
        lede="Your borough wrote to you about Operation Make Safe. The code opens your invitation."
      />
      <CodeForm action={openCodeAction.bind(null, borough)} />
    </PublicShell>
  );
}
