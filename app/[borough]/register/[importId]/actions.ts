"use server";

import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { confirmRegister, discardRegister } from "@/lib/register/commands";

export async function confirmRegisterAction(
  borough: string,
  importId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(confirmRegister, data, {
    viewer,
    boroughCode: borough,
    fixed: { importId },
    then: () => `/${borough}/register/${importId}?done=confirmed`,
  });
}

export async function discardRegisterAction(
  borough: string,
  importId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(discardRegister, data, {
    viewer,
    boroughCode: borough,
    fixed: { importId },
    then: () => `/${borough}/register?done=discarded`,
  });
}
