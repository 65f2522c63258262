"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { renewPin } from "@/lib/people/roll-commands";

export async function renewPinAction(
  businessId: string,
  staffId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(renewPin, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { staffId },
    then: () => `/business/${businessId}/staff/codes?done=pin`,
  });
}
