"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { nameLead } from "@/lib/premises/lead-command";

export async function nameLeadAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(nameLead, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: () => `/business/${businessId}/lead?done=lead`,
  });
}
