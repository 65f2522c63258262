"use server";

import { redirect } from "next/navigation";
import { requestSource, setSessionCookie } from "@/lib/auth/cookie";
import { joinAt } from "@/lib/auth/join";
import { joinInput } from "@/lib/auth/schema";
import { findDevicePlace } from "@/lib/auth/shared-device";
import { DEVICE_PATH } from "@/lib/auth/shared-device-cookie";
import type { FormState } from "@/lib/forms/state";
import { attempt } from "@/lib/forms/submit";
import { readAnswers, refused } from "../answers";

/** Signs somebody in on a device that their manager has opened. */
export async function tabletJoinAction(_: FormState, data: FormData): Promise<FormState> {
  const answers = readAnswers(joinInput, data);
  if ("state" in answers) return answers.state;
  const place = await findDevicePlace();
  if (!place) redirect(DEVICE_PATH);
  const source = await requestSource();
  const done = await attempt(() => joinAt(place, { source, ...answers.input }));
  if ("errors" in done) return refused(data, done.errors);
  await setSessionCookie(done.value.token);
  redirect(done.value.href);
}
