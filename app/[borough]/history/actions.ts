"use server";

import { requireBorough } from "@/lib/auth/current";
import { repairCoverage } from "@/lib/coverage/report-commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function repairCoverageAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(repairCoverage, data, {
    viewer,
    boroughCode: borough,
    then: () => `/${borough}/history?done=recount`,
  });
}
