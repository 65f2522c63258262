"use server";

import { requireBorough } from "@/lib/auth/current";
import { readForm } from "@/lib/forms/read-form";
import { issuesByField, submit } from "@/lib/forms/submit";
import { inviteManager } from "@/lib/people/invitation-commands";
import { inviteManagerInput } from "@/lib/people/invitation-schema";
import type { InviteState } from "./state";

/** The first press answers with the page to check, "back" with the question, "send" invites. */
export async function inviteManagerAction(
  borough: string,
  businessId: string,
  _state: InviteState,
  data: FormData,
): Promise<InviteState> {
  const viewer = await requireBorough(borough);
  const { press, ...values } = readForm(data);
  if (press === "back") return { errors: {}, values, step: "ask" };
  const parsed = inviteManagerInput.safeParse({ ...values, businessId });
  if (!parsed.success) return { errors: issuesByField(parsed.error.issues), values, step: "ask" };
  if (press !== "send") return { errors: {}, values, step: "check" };
  const answer = await submit(inviteManager, data, {
    viewer,
    boroughCode: borough,
    fixed: { businessId },
    then: ({ channel, invitationId }) =>
      channel === "letter"
        ? `/${borough}/businesses/letters/${invitationId}`
        : `/${borough}/businesses/${businessId}?done=invited`,
  });
  return { ...answer, step: "ask" };
}
