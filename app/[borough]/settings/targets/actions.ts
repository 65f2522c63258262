"use server";

import { setTarget, setThreshold } from "@/lib/aims/settings-commands";
import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function setTargetAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(setTarget, data, {
    viewer,
    boroughCode: borough,
    then: () => `/${borough}/settings/targets?done=target`,
  });
}

export async function setThresholdAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(setThreshold, data, {
    viewer,
    boroughCode: borough,
    then: () => `/${borough}/settings/targets?done=threshold`,
  });
}
