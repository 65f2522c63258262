"use server";

import { redirect } from "next/navigation";
import { authenticate } from "@/lib/auth/authenticate";
import { requestSource, setSessionCookie } from "@/lib/auth/cookie";
import { requestPasswordReset } from "@/lib/auth/password-links";
import { firstPlace } from "@/lib/auth/places";
import { safeNext } from "@/lib/auth/redirect";
import { resetInput, signInInput } from "@/lib/auth/schema";
import { findSessionHolder } from "@/lib/auth/session";
import type { FormState } from "@/lib/forms/state";
import { readAnswers, refused } from "../answers";

const TOO_MANY = "Too many tries. Wait 5 minutes, then try again";

/** Signs in with e-mail and password; with and without JavaScript it is this one action. */
export async function signInAction(_: FormState, data: FormData): Promise<FormState> {
  const answers = readAnswers(signInInput, data);
  if ("state" in answers) return answers.state;
  const { email, password } = answers.input;
  const result = await authenticate(email, password, await requestSource());
  if (result.outcome === "throttled") return refused(data, { form: TOO_MANY });
  if (result.outcome === "refused") {
    return refused(data, {
      email: "Check your e-mail address and password: they do not match an account here",
    });
  }
  await setSessionCookie(result.token);
  const home = firstPlace(await findSessionHolder(result.token));
  redirect(safeNext(data.get("next"), home));
}

/** Asks for a reset link; the answer is the same whether or not the address is known. */
export async function resetAction(_: FormState, data: FormData): Promise<FormState> {
  const answers = readAnswers(resetInput, data);
  if ("state" in answers) return answers.state;
  const allowed = await requestPasswordReset(answers.input.email, await requestSource());
  if (!allowed) return refused(data, { form: TOO_MANY });
  redirect("/sign-in/reset?done=sent");
}
