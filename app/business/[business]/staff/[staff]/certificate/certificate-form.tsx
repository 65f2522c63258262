"use client";

import { Checkbox } from "@/components/forms/checkboxes";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/people/schema").then((m) => m.addCertificateInput);

interface CertificateFormProps {
  action: FormAction;
  idempotencyKey: string;
  staffId: string;
  name: string;
  backHref: string;
}

export function CertificateForm(props: CertificateFormProps) {
  const form = useCommandForm(props.action, loadSchema, { staffId: props.staffId });
  const { defaultValue: _, ...seen } = form.field("seen");
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <TextInput
        {...form.field("code")}
        label="Code of the certificate"
        hint="Like E09000033-a1b2c-…, as it is printed. Capitals, spaces and dashes do not matter."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        width="full"
      />
      <Checkbox
        {...seen}
        value="yes"
        label={`I have seen the certificate, and it is ${props.name}'s own`}
      />
      <FormActions>
        <SubmitButton>Add the certificate</SubmitButton>
        <AppLink href={props.backHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
