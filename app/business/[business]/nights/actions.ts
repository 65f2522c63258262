"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { declareHours, declareShift, endShift, rosterShift } from "@/lib/premises/commands";

export async function declareHoursAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(declareHours, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: () => `/business/${businessId}/nights?done=hours`,
  });
}

export async function declareShiftAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(declareShift, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    then: ({ shiftId }) => `/business/${businessId}/nights/${shiftId}?done=shift`,
  });
}

export async function endShiftAction(
  businessId: string,
  shiftId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(endShift, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { shiftId },
    then: () => `/business/${businessId}/nights?done=shift-ended`,
  });
}

export async function rosterShiftAction(
  businessId: string,
  shiftId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(rosterShift, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    // Without a tick the form sends no list at all: then nobody works the shift.
    fixed: { shiftId, ...(data.has("staffIds[]") ? {} : { staffIds: [] }) },
    then: () => `/business/${businessId}/nights?done=roster`,
  });
}
