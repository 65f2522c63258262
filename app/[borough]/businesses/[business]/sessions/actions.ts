"use server";

import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { callOffSession, endSession, planSession } from "@/lib/group-sessions/commands";
import { enterResults } from "@/lib/group-sessions/results-command";

const base = (borough: string, businessId: string) =>
  `/${borough}/businesses/${businessId}/sessions`;

export async function planSessionAction(
  borough: string,
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(planSession, data, {
    viewer,
    boroughCode: borough,
    fixed: { businessId },
    then: ({ sessionId }) => `${base(borough, businessId)}/${sessionId}?done=session`,
  });
}

export async function enterResultsAction(
  borough: string,
  businessId: string,
  sessionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(enterResults, data, {
    viewer,
    boroughCode: borough,
    fixed: { businessId, sessionId },
    then: () => `${base(borough, businessId)}/${sessionId}?done=register`,
  });
}

export async function endSessionAction(
  borough: string,
  businessId: string,
  sessionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(endSession, data, {
    viewer,
    boroughCode: borough,
    fixed: { businessId, sessionId },
    then: () => `${base(borough, businessId)}/${sessionId}?done=session-ended`,
  });
}

export async function callOffSessionAction(
  borough: string,
  businessId: string,
  sessionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(callOffSession, data, {
    viewer,
    boroughCode: borough,
    fixed: { businessId, sessionId },
    then: () => `${base(borough, businessId)}?done=session-off`,
  });
}
