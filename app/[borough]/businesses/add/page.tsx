import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { requireBorough } from "@/lib/auth/current";
import { listCompanies } from "@/lib/businesses/companies";
import { asViewer } from "@/lib/command";
import { listSectors } from "@/lib/sectors/queries";
import { BusinessForm } from "../_forms/business-form";
import { addBusinessAction } from "./actions";

export const metadata: Metadata = { title: "Add a business" };

export default async function AddBusinessPage({
  params,
}: {
  params: Promise<{ borough: string }>;
}) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const { sectors, companies } = await asViewer(viewer, async (ctx) => ({
    sectors: await listSectors(ctx),
    companies: await listCompanies(ctx),
  }));
  const list = `/${borough}/businesses`;
  return (
    <>
      <Breadcrumbs items={[{ href: list, label: "Businesses" }]} />
      <PageHeading
        title="Add a business"
        lede="For a place that is not on any register you import. It is in scope from today."
      />
      <BusinessForm
        action={addBusinessAction.bind(null, borough)}
        idempotencyKey={randomUUID()}
        defaults={{
          name: "",
          address: "",
          postcode: "",
          sector: "",
          opensLate: "unknown",
          licenceType: "unknown",
          company: "",
        }}
        sectors={sectors}
        companies={companies}
        button="Add business"
        cancelHref={list}
      />
    </>
  );
}
