"use server";

import { redirect } from "next/navigation";
import { readAnswers, refused } from "@/app/(sign-in)/answers";
import { referenceInput } from "@/lib/auth/schema";
import { readCertificateReference } from "@/lib/auth/secrets";
import type { FormState } from "@/lib/forms/state";

/** From the code typed off a certificate to its public page. */
export async function checkCertificateAction(_: FormState, data: FormData): Promise<FormState> {
  const answers = readAnswers(referenceInput, data);
  if ("state" in answers) return answers.state;
  const reference = readCertificateReference(answers.input.code);
  if (!reference) {
    return refused(data, {
      code: "Enter the whole code, from the E at its beginning to its last letter or number",
    });
  }
  redirect(`/verify/${reference.boroughCode}/${reference.secret}`);
}
