"use server";

import { redirect } from "next/navigation";
import { setSessionCookie } from "@/lib/auth/cookie";
import { choosePassword } from "@/lib/auth/password-links";
import { firstPlace } from "@/lib/auth/places";
import { newPasswordInput } from "@/lib/auth/schema";
import { findSessionHolder } from "@/lib/auth/session";
import type { FormState } from "@/lib/forms/state";
import { attempt } from "@/lib/forms/submit";
import { readAnswers, refused } from "../../answers";

/** Sets the password and signs in. Only this uses the link up. */
export async function choosePasswordAction(
  token: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const answers = readAnswers(newPasswordInput, data);
  if ("state" in answers) return answers.state;
  const done = await attempt(() => choosePassword(token, answers.input.password));
  if ("errors" in done) return refused(data, done.errors);
  if (!done.value) {
    return refused(data, { form: "This link was used already or has run out. Ask for a new one" });
  }
  await setSessionCookie(done.value);
  redirect(firstPlace(await findSessionHolder(done.value)));
}
