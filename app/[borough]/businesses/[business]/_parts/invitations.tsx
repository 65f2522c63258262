import { randomUUID } from "node:crypto";
import { MailFate } from "@/app/[borough]/_parts/mail-fate";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag, type TagTone } from "@/components/ui/tag";
import { isInScope } from "@/lib/businesses/model";
import type { Stage } from "@/lib/db/schema/businesses";
import { formatDate } from "@/lib/format";
import {
  CHANNEL_LABELS,
  INVITATION_LABELS,
  type InvitationState,
} from "@/lib/people/invitation-model";
import type { InvitationRow } from "@/lib/people/invitation-queries";
import { withdrawInvitationAction } from "../actions";

interface InvitationsProps {
  borough: string;
  business: { id: string; stage: Stage };
  invitations: InvitationRow[];
}

const TONES: Record<InvitationState, TagTone> = {
  open: "due",
  accepted: "ok",
  withdrawn: "off",
  expired: "late",
};

/** Who was invited, how and when; the one that is open can be printed again or taken back. */
export function Invitations({ borough, business, invitations }: InvitationsProps) {
  const path = `/${borough}/businesses/${business.id}`;
  return (
    <section>
      <SectionHeading
        title="Invitations"
        more={
          isInScope(business.stage) ? (
            <>
              <AppLink href={`${path}/invite`}>Invite a manager</AppLink>
              {business.stage === "enrolled" ? null : (
                <>
                  {" · "}
                  <AppLink href={`${path}/enrol`}>Record one on paper</AppLink>
                </>
              )}
            </>
          ) : undefined
        }
      />
      {invitations.length === 0 ? (
        <p className="text-ink-2">Nobody has been invited yet.</p>
      ) : (
        <DataTable
          caption="Invitations, the newest first"
          hideCaption
          rows={invitations}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "how",
              header: "How",
              rowHeader: true,
              cell: (row) => (
                <div>
                  {CHANNEL_LABELS[row.channel]}
                  {row.email ? (
                    <span className="block text-ink-2 text-sm [overflow-wrap:anywhere]">
                      {row.email}
                    </span>
                  ) : null}
                </div>
              ),
            },
            { key: "sent", header: "Made", cell: (row) => formatDate(row.sentOn) },
            {
              key: "state",
              header: "State",
              cell: (row) => (
                <div>
                  <Tag tone={TONES[row.state]}>{INVITATION_LABELS[row.state]}</Tag>
                  {row.state === "open" ? (
                    <span className="mt-1 block text-ink-2 text-sm">
                      until {formatDate(row.expiresOn)}
                    </span>
                  ) : null}
                  {row.state === "open" ? <MailFate mail={row.mail} /> : null}
                </div>
              ),
            },
            {
              key: "change",
              header: "Change",
              screenOnly: true,
              cell: (row) =>
                row.state === "open" ? (
                  <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
                    {row.channel === "letter" ? (
                      <AppLink href={`/${borough}/businesses/letters/${row.id}`}>Print</AppLink>
                    ) : null}
                    <ConfirmForm
                      action={withdrawInvitationAction.bind(null, borough, business.id, row.id)}
                      idempotencyKey={randomUUID()}
                      button="Withdraw"
                      variant="ghost"
                    />
                  </div>
                ) : (
                  <span className="text-ink-2">–</span>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
