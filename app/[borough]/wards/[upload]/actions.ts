"use server";

import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { confirmWards, discardWards } from "@/lib/wards/commands";

export async function confirmWardsAction(
  borough: string,
  uploadId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(confirmWards, data, {
    viewer,
    boroughCode: borough,
    fixed: { uploadId },
    then: () => `/${borough}/wards/${uploadId}?done=confirmed`,
  });
}

export async function discardWardsAction(
  borough: string,
  uploadId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(discardWards, data, {
    viewer,
    boroughCode: borough,
    fixed: { uploadId },
    then: () => `/${borough}/wards?done=discarded`,
  });
}
