"use server";

import { requireManager } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";
import { callOffSession, endSession, planSession } from "@/lib/group-sessions/commands";
import { enterResults } from "@/lib/group-sessions/results-command";

const base = (businessId: string) => `/business/${businessId}/sessions`;

export async function planSessionAction(
  businessId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(planSession, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { businessId },
    then: ({ sessionId }) => `${base(businessId)}/${sessionId}?done=session`,
  });
}

export async function enterResultsAction(
  businessId: string,
  sessionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(enterResults, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { businessId, sessionId },
    then: () => `${base(businessId)}/${sessionId}?done=register`,
  });
}

export async function endSessionAction(
  businessId: string,
  sessionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(endSession, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { businessId, sessionId },
    then: () => `${base(businessId)}/${sessionId}?done=session-ended`,
  });
}

export async function callOffSessionAction(
  businessId: string,
  sessionId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(callOffSession, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { businessId, sessionId },
    then: () => `${base(businessId)}?done=session-off`,
  });
}
