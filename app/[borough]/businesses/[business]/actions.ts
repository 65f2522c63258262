"use server";

import { type BoroughViewer, requireBorough } from "@/lib/auth/current";
import { declareHeadcount, editBusiness } from "@/lib/businesses/commands";
import {
  closeBusiness,
  enrolOnPaper,
  excludeBusiness,
  reopenBusiness,
} from "@/lib/businesses/stage-commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { withdrawInvitation } from "@/lib/people/invitation-commands";

/** For whom these forms act is asked of the session; each goes back to its business when it is done. */
const place = (viewer: BoroughViewer, businessId: string, done: string) => ({
  viewer,
  boroughCode: viewer.boroughCode,
  fixed: { businessId },
  then: () => `/${viewer.boroughCode}/businesses/${businessId}?done=${done}`,
});

export async function editBusinessAction(
  borough: string,
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(editBusiness, data, place(viewer, businessId, "edited"));
}

export async function declareHeadcountAction(
  borough: string,
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(declareHeadcount, data, place(viewer, businessId, "headcount"));
}

export async function enrolOnPaperAction(
  borough: string,
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(enrolOnPaper, data, place(viewer, businessId, "enrolled"));
}

export async function excludeBusinessAction(
  borough: string,
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(excludeBusiness, data, place(viewer, businessId, "excluded"));
}

export async function closeBusinessAction(
  borough: string,
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(closeBusiness, data, place(viewer, businessId, "closed"));
}

export async function reopenBusinessAction(
  borough: string,
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(reopenBusiness, data, place(viewer, businessId, "reopened"));
}

export async function withdrawInvitationAction(
  borough: string,
  businessId: string,
  invitationId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(withdrawInvitation, data, {
    ...place(viewer, businessId, "withdrawn"),
    fixed: { invitationId },
  });
}
