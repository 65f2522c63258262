"use server";

import { redirect } from "next/navigation";
import { requireProgramme } from "@/lib/auth/current";
import { welcomePerson } from "@/lib/auth/welcome";
import { welcomePoliceInput } from "@/lib/boroughs/schema";
import { readForm } from "@/lib/forms/read-form";
import type { FormState } from "@/lib/forms/state";
import { attempt, issuesByField } from "@/lib/forms/submit";

export async function welcomePoliceAction(_state: FormState, data: FormData): Promise<FormState> {
  await requireProgramme();
  const values = readForm(data);
  const parsed = welcomePoliceInput.safeParse(values);
  if (!parsed.success) return { errors: issuesByField(parsed.error.issues), values };
  const answer = await attempt(() => welcomePerson({ role: "police_officer", ...parsed.data }));
  if ("errors" in answer) return { errors: answer.errors, values };
  redirect("/programme/people?done=welcomed");
}
