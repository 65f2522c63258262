"use server";

import { redirect } from "next/navigation";
import { requestSource, setSessionCookie } from "@/lib/auth/cookie";
import { joinBusiness } from "@/lib/auth/join";
import { joinInput } from "@/lib/auth/schema";
import { readTypedSecret } from "@/lib/auth/secrets";
import type { FormState } from "@/lib/forms/state";
import { attempt } from "@/lib/forms/submit";
import { readAnswers, refused } from "../../../answers";

/** Signs a staff member in by name and PIN, or writes them down as new for their manager to confirm. */
export async function joinAction(
  boroughCode: string,
  code: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const answers = readAnswers(joinInput, data);
  if ("state" in answers) return answers.state;
  const secret = readTypedSecret(code);
  const source = await requestSource();
  const done = await attempt(() => joinBusiness({ boroughCode, secret, source, ...answers.input }));
  if ("errors" in done) return refused(data, done.errors);
  await setSessionCookie(done.value.token);
  redirect(done.value.href);
}
