"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { shareStanding, stopSharing } from "@/lib/premises/share-commands";

export async function shareStandingAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(shareStanding, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: () => `/business/${businessId}/share?done=shared`,
  });
}

export async function stopSharingAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(stopSharing, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: () => `/business/${businessId}/share?done=not-shared`,
  });
}
