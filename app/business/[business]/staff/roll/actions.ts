"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { confirmRoll } from "@/lib/people/confirm-roll-command";

export async function confirmRollAction(
  businessId: string,
  seen: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(confirmRoll, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { seen },
    then: () => `/business/${businessId}?done=roll`,
  });
}
