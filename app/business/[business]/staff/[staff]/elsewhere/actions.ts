"use server";

import { requireManager } from "@/lib/auth/current";
import { recordEquivalent } from "@/lib/certificates/equivalent-commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function recordEquivalentAction(
  businessId: string,
  staffId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(recordEquivalent, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { staffId },
    then: () => `/business/${businessId}/staff?done=elsewhere`,
  });
}
