"use server";

import { requireManager } from "@/lib/auth/current";
import { declareHeadcount } from "@/lib/businesses/commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function declareHeadcountAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(declareHeadcount, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { businessId },
    then: () => `/business/${businessId}?done=headcount`,
  });
}
