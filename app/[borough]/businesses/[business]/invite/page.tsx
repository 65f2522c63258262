import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Notice } from "@/components/layout/notice";
import { addDays } from "@/lib/dates";
import { formatDate } from "@/lib/format";
import { INVITATION_DAYS } from "@/lib/people/invitation-model";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";
import { inviteManagerAction } from "./actions";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invite the manager" };

export default async function InvitePage(props: BusinessPageProps) {
  const { borough, id, row, today, back } = await openBusiness(props);
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="Invite the manager"
      lede="They accept, say how many people work there, and show their staff how to learn."
    >
      {row.stage === "enrolled" ? (
        <Notice kind="info" title="This business is enrolled">
          An invitation lets one more manager in. It stays enrolled.
        </Notice>
      ) : null}
      <InviteForm
        action={inviteManagerAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        place={`${row.name}, ${row.address}, ${row.postcode}`}
        email={row.contactEmail ?? ""}
        expires={formatDate(addDays(today, INVITATION_DAYS))}
        cancelHref={back}
      />
    </FormFrame>
  );
}
