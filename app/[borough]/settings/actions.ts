"use server";

import { requireBorough } from "@/lib/auth/current";
import { confirmContact } from "@/lib/boroughs/settings-commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function confirmContactAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(confirmContact, data, {
    viewer,
    boroughCode: borough,
    then: () => `/${borough}/settings?done=contact`,
  });
}
