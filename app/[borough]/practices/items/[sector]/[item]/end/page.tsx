import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { asViewer } from "@/lib/command";
import { listPracticeItems } from "@/lib/practices/queries";
import { endItemAction } from "../../../actions";

export const metadata: Metadata = { title: "End a practice" };

interface PageProps {
  params: Promise<{ borough: string; sector: string; item: string }>;
}

export default async function EndItemPage({ params }: PageProps) {
  const { borough, sector, item: code } = await params;
  const viewer = await requireBorough(borough);
  if (!may(viewer.role, "practice.end_item")) notFound();
  const items = await asViewer(viewer, (ctx) => listPracticeItems(ctx, sector));
  const item = items.find((each) => each.code === code && each.ofBorough);
  if (!item) notFound();
  const list = `/${borough}/practices/items`;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: `/${borough}/practices`, label: "Practices" },
          { href: `${list}?sector=${sector}`, label: "Checklists" },
        ]}
      />
      <PageHeading
        title={`Stop asking for “${item.title}”?`}
        lede={
          item.level === "essential"
            ? "No business is asked for it from today, and it counts for none. Past months stay as they were counted."
            : "No business is asked for it from today. It never counted in a figure."
        }
      />
      <ConfirmForm
        action={endItemAction.bind(null, borough, sector, code)}
        idempotencyKey={randomUUID()}
        button="Stop asking"
        variant="danger"
        cancelHref={`${list}?sector=${sector}`}
      />
    </>
  );
}
