"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { setAgency } from "@/lib/people/agency-command";

export async function setAgencyAction(
  { businessId, staffId, agency }: { businessId: string; staffId: string; agency: "yes" | "no" },
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(setAgency, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { staffId, agency },
    then: () =>
      `/business/${businessId}/staff/${staffId}?done=${agency === "yes" ? "agency" : "no-agency"}`,
  });
}
