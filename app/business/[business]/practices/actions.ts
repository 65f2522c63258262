"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { declarePractices } from "@/lib/practices/commands";
import { removePicture } from "@/lib/practices/picture-commands";
import { removePictureFile } from "@/lib/practices/picture-files";

/** One answer about one practice; then on to the next that has none. */
export async function answerPracticeAction(
  businessId: string,
  itemCode: string,
  nextCode: string | null,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  const list = `/business/${businessId}/practices`;
  return submit(declarePractices, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { businessId, itemCodes: [itemCode] },
    then: () => (nextCode ? `${list}/${nextCode}?done=practice` : `${list}?done=practices`),
  });
}

/** What lapses soon is declared again. */
export async function renewPracticesAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(declarePractices, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: {
      businessId,
      answer: "in_place",
      // Without a tick the form sends no list at all.
      ...(data.has("itemCodes[]") ? {} : { itemCodes: [] }),
    },
    then: () => `/business/${businessId}/practices?done=renewed`,
  });
}

export async function removePictureAction(
  businessId: string,
  pictureId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(removePicture, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { businessId, pictureId },
    after: ({ fileKey }) => removePictureFile(viewer.boroughCode, fileKey),
    then: () => `/business/${businessId}/practices/pictures?done=picture-removed`,
  });
}
