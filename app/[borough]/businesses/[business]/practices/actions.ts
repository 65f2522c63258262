"use server";

import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { confirmPractices, returnPractices } from "@/lib/practices/commands";
import { removePicture } from "@/lib/practices/picture-commands";
import { removePictureFile } from "@/lib/practices/picture-files";

/** One list, two buttons: which was pressed says what becomes of the practices ticked. */
export async function settlePracticesAction(
  borough: string,
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  const returns = data.get("decision") === "return";
  return submit(returns ? returnPractices : confirmPractices, data, {
    viewer,
    boroughCode: borough,
    // Without a tick the form sends no list at all.
    fixed: { businessId, ...(data.has("itemCodes[]") ? {} : { itemCodes: [] }) },
    then: () =>
      `/${borough}/businesses/${businessId}/practices?done=${returns ? "practices-returned" : "practices-confirmed"}`,
  });
}

export async function removePictureAction(
  borough: string,
  businessId: string,
  pictureId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(removePicture, data, {
    viewer,
    boroughCode: borough,
    fixed: { businessId, pictureId },
    after: ({ fileKey }) => removePictureFile(borough, fileKey),
    then: () => `/${borough}/businesses/${businessId}/practices?done=picture-removed`,
  });
}
