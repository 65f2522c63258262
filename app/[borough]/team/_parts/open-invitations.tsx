import { randomUUID } from "node:crypto";
import { MailFate } from "@/app/[borough]/_parts/mail-fate";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { DataTable } from "@/components/ui/data-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/format";
import { INVITATION_LABELS } from "@/lib/people/invitation-model";
import type { InvitationRow } from "@/lib/people/invitation-queries";
import { withdrawColleagueAction } from "../actions";
import { ROLE_LABELS } from "./role-labels";

interface OpenInvitationsProps {
  borough: string;
  rows: InvitationRow[];
  mayChange: boolean;
}

/** Colleagues who have not accepted yet. Nothing when there are none. */
export function OpenInvitations({ borough, rows, mayChange }: OpenInvitationsProps) {
  if (rows.length === 0) return null;
  return (
    <section className="mt-8">
      <SectionHeading title="Invited" />
      <DataTable
        caption="Invitations to the team that nobody has accepted yet"
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "email", header: "E-mail", rowHeader: true, cell: (row) => row.email ?? "–" },
          { key: "role", header: "Role", cell: (row) => ROLE_LABELS[row.role] },
          {
            key: "state",
            header: "State",
            cell: (row) => (
              <div>
                <Tag tone={row.state === "open" ? "due" : "late"}>
                  {INVITATION_LABELS[row.state]}
                </Tag>
                <span className="mt-1 block text-ink-2 text-sm">
                  until {formatDate(row.expiresOn)}
                </span>
                <MailFate mail={row.mail} />
              </div>
            ),
          },
          ...(mayChange
            ? [
                {
                  key: "change",
                  header: "Change",
                  screenOnly: true,
                  cell: (row: InvitationRow) => (
                    <ConfirmForm
                      action={withdrawColleagueAction.bind(null, borough, row.id)}
                      idempotencyKey={randomUUID()}
                      button="Withdraw"
                      variant="ghost"
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
