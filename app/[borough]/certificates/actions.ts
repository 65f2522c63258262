"use server";

import { redirect } from "next/navigation";
import { readAnswers, refused } from "@/app/(sign-in)/answers";
import { requireBorough } from "@/lib/auth/current";
import { referenceInput } from "@/lib/auth/schema";
import { readCertificateReference } from "@/lib/auth/secrets";
import { findCertificateByCode } from "@/lib/certificates/queries";
import { revokeBusinessCertificate, revokeCertificate } from "@/lib/certificates/revoke-commands";
import { asViewer } from "@/lib/command";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

/** From the code typed off a certificate to the page where the borough sees it. */
export async function findCertificateAction(
  borough: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  const answers = readAnswers(referenceInput, data);
  if ("state" in answers) return answers.state;
  const reference = readCertificateReference(answers.input.code);
  if (!reference) {
    return refused(data, {
      code: "Enter the whole code, from the E at its beginning to its last letter or number",
    });
  }
  if (reference.boroughCode !== borough) {
    return refused(data, {
      code: "Another borough issued this certificate: its own team can withdraw it",
    });
  }
  const id = await asViewer(viewer, (ctx) => findCertificateByCode(ctx, reference.secret));
  if (!id) return refused(data, { code: "No certificate has this code: check each letter" });
  redirect(`/${borough}/certificates/${id}`);
}

/** Withdraws the certificate of a person or of a business. */
export async function revokeAction(
  place: { borough: string; certificate: string; kind: "person" | "business" },
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const { borough, certificate, kind } = place;
  const viewer = await requireBorough(borough);
  const options = {
    viewer,
    boroughCode: borough,
    fixed: { certificateId: certificate },
    then: () => `/${borough}/certificates/${certificate}?done=revoked`,
  };
  return kind === "person"
    ? submit(revokeCertificate, data, options)
    : submit(revokeBusinessCertificate, data, options);
}
