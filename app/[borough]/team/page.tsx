import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { textOf } from "@/app/[borough]/_page/read";
import { PageHeading } from "@/components/layout/page-heading";
import { DataTable } from "@/components/ui/data-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { listTeam } from "@/lib/auth/team";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { formatDate, plural } from "@/lib/format";
import { listTeamInvitations } from "@/lib/people/invitation-queries";
import { OpenInvitations } from "./_parts/open-invitations";
import { ROLE_LABELS } from "./_parts/role-labels";
import { inviteColleagueAction } from "./actions";
import { InviteColleagueForm } from "./invite-colleague-form";

export const metadata: Metadata = { title: "Team" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function TeamPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const mayInvite = may(viewer.role, "team.invite");
  const members = await listTeam(viewer);
  const invitations = await asViewer(viewer, listTeamInvitations);

  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <PageHeading
        title="Team"
        lede={`${plural(members.length, "person works", "people work")} for this borough here.`}
      />
      <DataTable
        caption="Members of the team, by name"
        hideCaption
        rows={members}
        rowKey={(row) => row.userId}
        columns={[
          { key: "name", header: "Name", rowHeader: true, cell: (row) => row.name },
          { key: "email", header: "E-mail", cell: (row) => row.email },
          { key: "role", header: "Role", cell: (row) => ROLE_LABELS[row.role] },
          { key: "since", header: "Since", cell: (row) => formatDate(row.since) },
        ]}
      />
      <OpenInvitations borough={borough} rows={invitations} mayChange={mayInvite} />
      {mayInvite ? (
        <section className="mt-8">
          <SectionHeading title="Invite a colleague" />
          <InviteColleagueForm
            action={inviteColleagueAction.bind(null, borough)}
            idempotencyKey={randomUUID()}
          />
        </section>
      ) : (
        <p className="mt-8 text-ink-2">An administrator of the borough invites colleagues.</p>
      )}
    </>
  );
}
