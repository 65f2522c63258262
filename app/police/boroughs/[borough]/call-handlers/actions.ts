"use server";

import { confirmCallHandlers } from "@/lib/aims/police-commands";
import { requirePolice } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function confirmCallHandlersAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requirePolice();
  return submit(confirmCallHandlers, data, {
    viewer,
    boroughCode: borough,
    then: () => `/police/boroughs/${borough}?measure=call_handlers&done=confirmed`,
  });
}
