"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { accept } from "@/lib/auth/accept-invitation";
import { requestSource, setSessionCookie } from "@/lib/auth/cookie";
import { acceptInput } from "@/lib/auth/schema";
import type { FormState } from "@/lib/forms/state";
import { attempt } from "@/lib/forms/submit";
import { readAnswers, refused } from "../../../answers";

/** Accepts the invitation and signs in. Only this uses it up; looking at the page never does. */
export async function acceptAction(
  boroughCode: string,
  secret: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const answers = readAnswers(acceptInput, data);
  if ("state" in answers) return answers.state;
  const source = await requestSource();
  const done = await attempt(() => accept({ boroughCode, secret, source, ...answers.input }));
  if ("errors" in done) return refused(data, done.errors);
  await setSessionCookie(done.value.token);
  revalidatePath("/", "layout");
  redirect(`${done.value.href}?done=accepted`);
}
