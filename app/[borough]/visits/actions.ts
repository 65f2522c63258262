"use server";

import { type BoroughViewer, requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { finishAction } from "@/lib/visits/action-commands";
import { recordVisit } from "@/lib/visits/commands";
import { cancelVisit, planVisits, rescheduleVisit } from "@/lib/visits/plan-commands";

export async function planVisitsAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(planVisits, data, {
    viewer,
    boroughCode: borough,
    then: ({ visitIds }) =>
      visitIds.length === 1
        ? `/${borough}/visits/${visitIds[0]}?done=planned`
        : `/${borough}/visits?done=planned`,
  });
}

/** Tonight's list: a visit for this officer today; to start it, straight to its form. */
export async function visitTonightAction(
  borough: string,
  businessId: string,
  start: boolean,
  plannedOn: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(planVisits, data, {
    viewer,
    boroughCode: borough,
    fixed: { businessIds: [businessId], plannedOn, assignedTo: viewer.userId },
    then: ({ visitIds }) =>
      start
        ? `/${borough}/visits/${visitIds[0]}/record`
        : `/${borough}/visits/tonight?done=planned`,
  });
}

const place = (viewer: BoroughViewer, visitId: string, done: string) => ({
  viewer,
  boroughCode: viewer.boroughCode,
  fixed: { visitId },
  then: () => `/${viewer.boroughCode}/visits/${visitId}?done=${done}`,
});

export async function rescheduleVisitAction(
  borough: string,
  visitId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(rescheduleVisit, data, place(viewer, visitId, "moved"));
}

export async function cancelVisitAction(
  borough: string,
  visitId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(cancelVisit, data, place(viewer, visitId, "cancelled"));
}

/** The form at the door, sent without JavaScript. */
export async function recordVisitAction(
  borough: string,
  visitId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(recordVisit, data, place(viewer, visitId, "recorded"));
}

/** Back to the page the button stands on: the visit's own, or its business's visits. */
export async function finishActionAction(
  borough: string,
  actionId: string,
  from: "visit" | "business",
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(finishAction, data, {
    viewer,
    boroughCode: borough,
    fixed: { actionId },
    then: ({ visitId, businessId }) =>
      from === "visit"
        ? `/${borough}/visits/${visitId}?done=action`
        : `/${borough}/businesses/${businessId}/visits?done=action`,
  });
}
