"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import { BUSINESS_REVOKE_REASONS, REVOKE_REASONS } from "@/lib/certificates/model";
import type { FormAction } from "@/lib/forms/state";

interface RevokeFormProps {
  action: FormAction;
  idempotencyKey: string;
  certificateId: string;
  kind: "person" | "business";
  cancelHref: string;
}

const schemas = () => import("@/lib/certificates/schema");
const ofPerson = () => schemas().then((m) => m.revokeCertificateInput);
// The two differ in their reasons alone.
const ofBusiness = (() =>
  schemas().then((m) => m.revokeBusinessCertificateInput)) as unknown as typeof ofPerson;

/** Why a certificate is withdrawn, from a list: never in words of one's own. */
export function RevokeForm(props: RevokeFormProps) {
  const { certificateId, kind } = props;
  const form = useCommandForm(props.action, kind === "person" ? ofPerson : ofBusiness, {
    certificateId,
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("reason")}
        legend="Why is it withdrawn?"
        options={[...(kind === "person" ? REVOKE_REASONS : BUSINESS_REVOKE_REASONS)]}
      />
      <FormActions>
        <SubmitButton variant="danger">Withdraw this certificate</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
