"use server";

import { endAssignment } from "@/lib/assignments/commands";
import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function endAssignmentAction(
  borough: string,
  assignmentId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(endAssignment, data, {
    viewer,
    boroughCode: borough,
    fixed: { assignmentId },
    then: ({ businessId }) => `/${borough}/businesses/${businessId}?done=ended`,
  });
}
