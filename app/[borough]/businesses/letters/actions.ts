"use server";

import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { inviteByLetter } from "@/lib/people/invitation-commands";

export async function makeLettersAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(inviteByLetter, data, {
    viewer,
    boroughCode: borough,
    then: ({ invitationId }) => `/${borough}/businesses/letters/${invitationId}?batch=1`,
  });
}
