import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { BusinessForm } from "@/app/[borough]/businesses/_forms/business-form";
import { companyName, listCompanies } from "@/lib/businesses/companies";
import { asViewer } from "@/lib/command";
import { listSectors } from "@/lib/sectors/queries";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { editBusinessAction } from "../actions";

export const metadata: Metadata = { title: "Change the details" };

const late = (opensLate: boolean | null) =>
  opensLate === null ? "unknown" : opensLate ? "yes" : "no";

export default async function EditBusinessPage(props: BusinessPageProps) {
  const { borough, id, row, back, viewer } = await openBusiness(props);
  const { sectors, companies, company } = await asViewer(viewer, async (ctx) => ({
    sectors: await listSectors(ctx),
    companies: await listCompanies(ctx),
    company: await companyName(ctx, row.operatorId),
  }));
  return (
    <FormFrame borough={borough} back={back} name={row.name} title="Change the details">
      <BusinessForm
        action={editBusinessAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        defaults={{
          name: row.name,
          address: row.address,
          postcode: row.postcode,
          sector: row.sector,
          opensLate: late(row.opensLate),
          licenceType: row.licenceType ?? "unknown",
          company,
        }}
        sectors={sectors}
        companies={companies}
        button="Save changes"
        cancelHref={back}
      />
    </FormFrame>
  );
}
