"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { bringBack } from "@/lib/people/return-commands";

export async function bringBackAction(
  businessId: string,
  staffId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  const list = `/business/${businessId}/staff`;
  return submit(bringBack, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { staffId, ...(data.has("how") ? {} : { how: "" }) },
    then: ({ how, hasCode }) => {
      if (how === "mistake") return `${list}?done=not-left`;
      return hasCode ? `${list}/codes?done=back` : `${list}?done=back-mail`;
    },
  });
}
