import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { requireProgramme } from "@/lib/auth/current";
import { listBoroughs, listBoroughsInUse } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { inviteAdminAction, setUpBoroughAction } from "./actions";
import { InviteAdminForm } from "./invite-admin-form";
import { SetUpForm } from "./set-up-form";

export const metadata: Metadata = { title: "Borough" };

interface Props {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ProgrammeBoroughPage({ params, searchParams }: Props) {
  const { borough: code } = await params;
  const { done } = await searchParams;
  const viewer = await requireProgramme();
  const { borough, inUse } = await asViewer(viewer, async (ctx) => ({
    borough: (await listBoroughs(ctx)).find((row) => row.code === code),
    inUse: (await listBoroughsInUse(ctx)).find((row) => row.code === code),
  }));
  if (!borough) notFound();
  return (
    <>
      <Breadcrumbs items={[{ href: "/programme", label: "Boroughs" }]} />
      {done === "set-up" ? (
        <Notice kind="success" title={`${borough.name} is set up`}>
          <p>Now invite its first admin: they import the register and invite their team.</p>
        </Notice>
      ) : null}
      <PageHeading
        title={borough.name}
        lede={
          inUse
            ? `In use since ${formatDate(inUse.inUseSince)}. Police area: ${borough.policeArea}.`
            : `Not set up yet. Police area: ${borough.policeArea}.`
        }
      />
      {inUse ? (
        <InviteAdminForm
          action={inviteAdminAction.bind(null, code)}
          boroughName={borough.name}
          idempotencyKey={randomUUID()}
        />
      ) : (
        <SetUpForm
          action={setUpBoroughAction.bind(null, code)}
          boroughName={borough.name}
          idempotencyKey={randomUUID()}
        />
      )}
    </>
  );
}
