"use server";

import { requireBorough } from "@/lib/auth/current";
import { acceptEquivalent, endEquivalent } from "@/lib/certificates/equivalent-commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function acceptEquivalentAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(acceptEquivalent, data, {
    viewer,
    boroughCode: borough,
    then: () => `/${borough}/equivalents?done=accepted`,
  });
}

export async function endEquivalentAction(
  borough: string,
  equivalentId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(endEquivalent, data, {
    viewer,
    boroughCode: borough,
    fixed: { equivalentId },
    then: () => `/${borough}/equivalents?done=accepted-ended`,
  });
}
