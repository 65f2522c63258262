"use server";

import { enterCalls } from "@/lib/aims/police-commands";
import { requirePolice } from "@/lib/auth/current";
import { readForm } from "@/lib/forms/read-form";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function enterCallsAction(_state: FormState, data: FormData): Promise<FormState> {
  const viewer = await requirePolice();
  const { borough } = readForm(data);
  // The form names the borough; without a choice the schema answers before any borough is opened.
  return submit(enterCalls, data, {
    viewer,
    boroughCode: typeof borough === "string" ? borough : "",
    then: () => "/police/calls?done=entered",
  });
}
