"use server";

import { requireBorough } from "@/lib/auth/current";
import { startExport } from "@/lib/exports/commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function startExportAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(startExport, data, {
    viewer,
    boroughCode: borough,
    then: ({ exportId }) => `/${borough}/exports/${exportId}`,
  });
}
