"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { recordLeaving } from "@/lib/people/commands";

export async function recordLeavingAction(
  businessId: string,
  staffId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(recordLeaving, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { staffId },
    then: () => `/business/${businessId}/staff?done=left`,
  });
}
