"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { addCertificate } from "@/lib/people/certificate-command";

export async function addCertificateAction(
  businessId: string,
  staffId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(addCertificate, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { staffId },
    then: () => `/business/${businessId}/staff?done=certificate-added`,
  });
}
