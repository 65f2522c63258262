import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound } from "@/app/[borough]/_page/read";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { completedText } from "@/lib/assignments/model";
import { getAssignment } from "@/lib/assignments/queries";
import { requireBorough } from "@/lib/auth/current";
import { formatDate } from "@/lib/format";
import { endAssignmentAction } from "./actions";

export const metadata: Metadata = { title: "Stop asking for a course" };

interface PageProps {
  params: Promise<{ borough: string; assignment: string }>;
}

export default async function EndAssignmentPage({ params }: PageProps) {
  const { borough, assignment } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(assignment);
  const row = await readOrNotFound(viewer, (ctx) => getAssignment(ctx, id));
  const back = `/${borough}/businesses/${row.businessId}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: `/${borough}/businesses`, label: "Businesses" },
          { href: back, label: row.businessName },
        ]}
      />
      <PageHeading
        title={`Stop asking for “${row.courseTitle}”?`}
        caption={row.businessName}
        lede={`Due ${formatDate(row.dueOn)}, ${completedText(row)} completed. Certificates stay valid. Nobody can start the course here until it is assigned again.`}
      />
      <ConfirmForm
        action={endAssignmentAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        button="Stop asking"
        variant="danger"
        cancelHref={back}
      />
    </>
  );
}
