"use client";

import { Checkbox } from "@/components/forms/checkboxes";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/businesses/schema").then((m) => m.enrolOnPaperInput);

interface EnrolFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessId: string;
  cancelHref: string;
}

export function EnrolForm(props: EnrolFormProps) {
  const form = useCommandForm(props.action, loadSchema, { businessId: props.businessId });
  const { defaultValue: _, ...agreed } = form.field("agreed");
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Checkbox {...agreed} value="yes" label="The borough holds their agreement on paper" />
      <FormActions>
        <SubmitButton>Record enrolment</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
