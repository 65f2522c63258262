"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { confirmStaff, refuseStaff } from "@/lib/people/commands";

/** One list, two buttons: which was pressed says whether the people ticked work here. */
export async function settleWaitingAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  const refuses = data.get("decision") === "refuse";
  return submit(refuses ? refuseStaff : confirmStaff, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    // Without a tick the form sends no list at all.
    ...(data.has("staffIds[]") ? {} : { fixed: { staffIds: [] } }),
    then: () => `/business/${businessId}/staff?done=${refuses ? "refused" : "confirmed"}`,
  });
}
