"use server";

import { assignTraining } from "@/lib/assignments/commands";
import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function assignTrainingAction(
  borough: string,
  onlyBusiness: string | null,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(assignTraining, data, {
    viewer,
    boroughCode: borough,
    then: () =>
      onlyBusiness
        ? `/${borough}/businesses/${encodeURIComponent(onlyBusiness)}?done=assigned`
        : `/${borough}/training?done=assigned`,
  });
}
