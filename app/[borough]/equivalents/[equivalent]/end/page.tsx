import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idOrNotFound, readOrNotFound } from "@/app/[borough]/_page/read";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { equivalentLabel } from "@/lib/certificates/equivalent-model";
import { getEquivalent } from "@/lib/certificates/equivalent-queries";
import { endEquivalentAction } from "../../actions";

export const metadata: Metadata = { title: "Accept no more" };

interface PageProps {
  params: Promise<{ borough: string; equivalent: string }>;
}

export default async function EndEquivalentPage({ params }: PageProps) {
  const { borough, equivalent } = await params;
  const viewer = await requireBorough(borough);
  if (!may(viewer.role, "equivalent.end")) notFound();
  const id = idOrNotFound(equivalent);
  const row = await readOrNotFound(viewer, (ctx) => getEquivalent(ctx, id));
  const list = `/${borough}/equivalents`;
  return (
    <>
      <Breadcrumbs items={[{ href: list, label: "Trained elsewhere" }]} />
      <PageHeading
        title="Accept no more of this?"
        caption={equivalentLabel(row)}
        lede="Managers can no longer record it. What they recorded by today keeps counting until its day."
      />
      <ConfirmForm
        action={endEquivalentAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        button="Accept no more"
        variant="danger"
        cancelHref={list}
      />
    </>
  );
}
