"use server";

import { requireBorough } from "@/lib/auth/current";
import { addBusiness } from "@/lib/businesses/commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function addBusinessAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(addBusiness, data, {
    viewer,
    boroughCode: borough,
    then: ({ businessId }) => `/${borough}/businesses/${businessId}?done=added`,
  });
}
