"use server";

import { redirect } from "next/navigation";
import { clearSessionCookie, readSessionCookie } from "@/lib/auth/cookie";
import { requireManager } from "@/lib/auth/current";
import { randomSecret } from "@/lib/auth/secrets";
import { endSession } from "@/lib/auth/session";
import { setDeviceCookie } from "@/lib/auth/shared-device";
import { DEVICE_PATH } from "@/lib/auth/shared-device-cookie";
import { runCommand } from "@/lib/command";
import type { FormState } from "@/lib/forms/state";
import { attempt, submit } from "@/lib/forms/submit";
import { closeDevice, openDevice } from "@/lib/people/device-commands";

/** Opens this very browser for staff: the manager is signed out of it in the same press. */
export async function openDeviceAction(businessId: string): Promise<FormState> {
  const viewer = await requireManager(businessId);
  const { boroughCode } = viewer;
  const secret = randomSecret();
  const done = await attempt(() => runCommand(openDevice, viewer, { secret }, { boroughCode }));
  if ("errors" in done) return { errors: done.errors, values: {} };
  const token = await readSessionCookie();
  if (token) await endSession(token);
  await clearSessionCookie();
  await setDeviceCookie(boroughCode, secret);
  redirect(DEVICE_PATH);
}

export async function closeDeviceAction(
  businessId: string,
  deviceId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireManager(businessId);
  return submit(closeDevice, data, {
    viewer,
    boroughCode: viewer.boroughCode,
    fixed: { deviceId },
    then: () => `/business/${businessId}/tablet?done=device-closed`,
  });
}
