import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { listCourseChoices } from "@/lib/assignments/queries";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { asViewer } from "@/lib/command";
import { acceptEquivalentAction } from "../actions";
import { AcceptForm } from "./accept-form";

export const metadata: Metadata = { title: "Accept another training" };

export default async function AcceptPage({ params }: { params: Promise<{ borough: string }> }) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  if (!may(viewer.role, "equivalent.accept")) notFound();
  const courses = await asViewer(viewer, (ctx) => listCourseChoices(ctx));
  const list = `/${borough}/equivalents`;
  return (
    <>
      <Breadcrumbs items={[{ href: list, label: "Trained elsewhere" }]} />
      <PageHeading
        title="Accept another training"
        lede="From today managers can record it for their staff, and it counts like the course here. You can stop at any time: what was recorded by then keeps counting until its day."
      />
      <AcceptForm
        action={acceptEquivalentAction.bind(null, borough)}
        idempotencyKey={randomUUID()}
        courses={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
        cancelHref={list}
      />
    </>
  );
}
