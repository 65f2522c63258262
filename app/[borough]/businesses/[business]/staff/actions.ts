"use server";

import { requireBorough } from "@/lib/auth/current";
import { runCommand } from "@/lib/command";
import { attempt } from "@/lib/forms/submit";
import { type NamedStaff, viewStaffNames } from "@/lib/people/names-command";

/** The names, or why not. They are answered to the press of the button and kept in no address. */
export type NamesState = { names: NamedStaff[] | null; error: string | null };

export async function showNamesAction(
  borough: string,
  businessId: string,
  _state: NamesState,
): Promise<NamesState> {
  const viewer = await requireBorough(borough);
  const answer = await attempt(() =>
    runCommand(viewStaffNames, viewer, { businessId }, { boroughCode: borough }),
  );
  if ("value" in answer) return { names: answer.value, error: null };
  return { names: null, error: Object.values(answer.errors)[0] ?? null };
}
