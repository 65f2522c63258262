"use server";

import { cancelAction, recordAction } from "@/lib/aims/commands";
import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function recordActionAction(
  borough: string,
  actionId: string,
  kind: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(recordAction, data, {
    viewer,
    boroughCode: borough,
    fixed: { actionId, kind },
    then: () => `/${borough}/aims?done=recorded`,
  });
}

export async function cancelActionAction(
  borough: string,
  actionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(cancelAction, data, {
    viewer,
    boroughCode: borough,
    fixed: { actionId },
    then: () => `/${borough}/aims?done=cancelled`,
  });
}
