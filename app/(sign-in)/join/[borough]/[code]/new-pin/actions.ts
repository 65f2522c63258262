"use server";

import { redirect } from "next/navigation";
import { choosePin } from "@/lib/auth/choose-pin";
import { requestSource, setSessionCookie } from "@/lib/auth/cookie";
import { choosePinInput } from "@/lib/auth/schema";
import { readTypedSecret } from "@/lib/auth/secrets";
import type { FormState } from "@/lib/forms/state";
import { attempt } from "@/lib/forms/submit";
import { readAnswers, refused } from "../../../../answers";

/** Takes the code of a slip and the PIN somebody chooses, and signs them in. */
export async function choosePinAction(
  boroughCode: string,
  joinCode: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const answers = readAnswers(choosePinInput, data);
  if ("state" in answers) return answers.state;
  const secret = readTypedSecret(joinCode);
  const source = await requestSource();
  const done = await attempt(() => choosePin({ boroughCode, secret, source, ...answers.input }));
  if ("errors" in done) return refused(data, done.errors);
  await setSessionCookie(done.value.token);
  redirect(done.value.href);
}
