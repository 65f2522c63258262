import type { Metadata } from "next";
import { CheckSheet } from "@/app/_sessions/check-sheet";
import { asViewer } from "@/lib/command";
import { getSession } from "@/lib/group-sessions/queries";
import { FormPage } from "../../../_parts/form-page";
import { openBusiness, readOr404 } from "../../../_parts/open";

export const metadata: Metadata = { title: "The short check, to print" };

interface CheckPageProps {
  params: Promise<{ business: string; session: string }>;
}

export default async function CheckPage({ params }: CheckPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { session: id } = await params;
  const session = await readOr404(() =>
    asViewer(viewer, (ctx) => getSession(ctx, business.id, id)),
  );
  const sessions = `/business/${business.id}/sessions`;
  return (
    <FormPage
      back={[
        { href: sessions, label: "Group sessions" },
        { href: `${sessions}/${session.id}`, label: session.course },
      ]}
      title="The short check, to print"
      lede="Print one for each person who has no phone, and keep the answers to yourself."
    >
      <CheckSheet session={session} business={business.name} />
    </FormPage>
  );
}
