"use server";

import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { withdrawInvitation } from "@/lib/people/invitation-commands";
import { inviteColleague } from "@/lib/people/team-commands";

export async function inviteColleagueAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(inviteColleague, data, {
    viewer,
    boroughCode: borough,
    then: () => `/${borough}/team?done=invited`,
  });
}

export async function withdrawColleagueAction(
  borough: string,
  invitationId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(withdrawInvitation, data, {
    viewer,
    boroughCode: borough,
    fixed: { invitationId },
    then: () => `/${borough}/team?done=withdrawn`,
  });
}
