"use server";

import { addTeam } from "@/lib/aims/settings-commands";
import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function addTeamAction(
  borough: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(addTeam, data, {
    viewer,
    boroughCode: borough,
    then: ({ teamId }) => `/${borough}/aims/teams/${teamId}?done=team-added`,
  });
}
