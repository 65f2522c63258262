"use server";

import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { addPracticeItem, endPracticeItem } from "@/lib/practices/item-commands";

export async function addItemAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(addPracticeItem, data, {
    viewer,
    boroughCode: borough,
    then: ({ sector }) => `/${borough}/practices/items?sector=${sector}&done=practice-added`,
  });
}

export async function endItemAction(
  borough: string,
  sector: string,
  code: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(endPracticeItem, data, {
    viewer,
    boroughCode: borough,
    fixed: { sector, code },
    then: () => `/${borough}/practices/items?sector=${sector}&done=practice-ended`,
  });
}
