import type { Metadata } from "next";
import { SessionTable } from "@/app/_sessions/session-table";
import { PageHeading } from "@/components/layout/page-heading";
import { asViewer } from "@/lib/command";
import { listSessions } from "@/lib/group-sessions/queries";
import { DoneNotice } from "../_parts/done-notice";
import { openBusiness } from "../_parts/open";

export const metadata: Metadata = { title: "Group sessions" };

interface SessionsPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function SessionsPage({ params, searchParams }: SessionsPageProps) {
  const { viewer, business } = await openBusiness(params);
  const rows = await asViewer(viewer, (ctx) => listSessions(ctx, business.id));
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading
        title="Group sessions"
        lede="A course taken together counts as one taken alone: each person answers for themselves, and holds their own certificate."
      />
      <SessionTable base={`/business/${business.id}/sessions`} rows={rows} />
    </>
  );
}
