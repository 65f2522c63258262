"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { mergeStaff } from "@/lib/people/merge-command";

export async function mergeAction(
  businessId: string,
  stayId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(mergeStaff, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { stayId },
    then: () => `/business/${businessId}/staff/${stayId}?done=merged`,
  });
}
