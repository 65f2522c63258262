"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { finishOwnAction } from "@/lib/visits/action-commands";

export async function finishOwnActionAction(
  businessId: string,
  actionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(finishOwnAction, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { actionId },
    then: () => `/business/${businessId}/visits?done=action`,
  });
}
