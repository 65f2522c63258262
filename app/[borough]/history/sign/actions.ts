"use server";

import { requireBorough } from "@/lib/auth/current";
import { signReport } from "@/lib/coverage/report-commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function signReportAction(
  borough: string,
  month: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(signReport, data, {
    viewer,
    boroughCode: borough,
    fixed: { month },
    then: ({ reportId }) => `/${borough}/history/${reportId}?done=signed`,
  });
}
