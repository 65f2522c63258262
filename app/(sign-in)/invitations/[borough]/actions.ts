"use server";

import { notFound, redirect } from "next/navigation";
import { isBoroughCode } from "@/lib/auth/ids";
import { codeInput } from "@/lib/auth/schema";
import { readTypedSecret } from "@/lib/auth/secrets";
import type { FormState } from "@/lib/forms/state";
import { readAnswers, refused } from "../../answers";

/** From the code typed off a letter to the page of that invitation. */
export async function openCodeAction(
  borough: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  if (!isBoroughCode(borough)) notFound();
  const answers = readAnswers(codeInput, data);
  if ("state" in answers) return answers.state;
  const secret = readTypedSecret(answers.input.code);
  if (!/^[0-9a-z]{26}$/.test(secret)) {
    return refused(data, { code: "Enter all 26 letters and numbers of the code" });
  }
  redirect(`/invitations/${borough}/${secret}`);
}
