"use server";

import { requireManager } from "@/lib/auth/current";
import { editContact } from "@/lib/businesses/contact-command";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function editContactAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(editContact, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: () => `/business/${businessId}/contact?done=contact`,
  });
}
