"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { attestDrivers } from "@/lib/premises/driver-command";

export async function attestDriversAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(attestDrivers, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: () => `/business/${businessId}?done=drivers`,
  });
}
