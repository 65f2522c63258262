"use server";

import { requireBorough } from "@/lib/auth/current";
import { assignFollowUps } from "@/lib/coverage/week-commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

/** Takes ticked follow-ups oneself, or hands them over to a colleague. */
export async function assignFollowUpsAction(
  boroughCode: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(boroughCode);
  return submit(assignFollowUps, data, {
    viewer,
    boroughCode,
    then: () => `/${boroughCode}/week?done=handed`,
  });
}
