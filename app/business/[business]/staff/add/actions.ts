"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { addStaff } from "@/lib/people/roll-commands";

export async function addStaffAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  const file = data.get("file");
  const list = file instanceof File && file.size > 0 ? await file.text() : null;
  data.delete("file");
  return submit(addStaff, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    ...(list === null ? {} : { fixed: { names: list } }),
    then: () => `/business/${businessId}/staff/codes?done=added`,
  });
}
