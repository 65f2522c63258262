"use server";

import { planAction } from "@/lib/aims/commands";
import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function planActionAction(
  borough: string,
  kind: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(planAction, data, {
    viewer,
    boroughCode: borough,
    fixed: { kind },
    then: ({ actionId }) => `/${borough}/aims/${actionId}?done=planned`,
  });
}
