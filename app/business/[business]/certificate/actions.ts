"use server";

import { requireManager } from "@/lib/auth/current";
import { issueBusinessCertificate } from "@/lib/certificates/issue-command";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function issueCertificateAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(issueBusinessCertificate, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: () => `/business/${businessId}/certificate?done=certificate`,
  });
}
