"use server";

import { notFound } from "next/navigation";
import { requireProgramme } from "@/lib/auth/current";
import { inviteAdmin, setUpBorough } from "@/lib/boroughs/commands";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function setUpBoroughAction(
  boroughCode: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  if (!viewer.boroughs.includes(boroughCode)) notFound();
  return submit(setUpBorough, data, {
    viewer,
    boroughCode,
    then: () => `/programme/boroughs/${boroughCode}?done=set-up`,
  });
}

export async function inviteAdminAction(
  boroughCode: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireProgramme();
  if (!viewer.boroughs.includes(boroughCode)) notFound();
  return submit(inviteAdmin, data, { viewer, boroughCode, then: () => "/programme?done=invited" });
}
