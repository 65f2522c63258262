"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { renewJoinCode } from "@/lib/people/commands";

export async function renewJoinCodeAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(renewJoinCode, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: () => `/business/${businessId}/join?done=code`,
  });
}
