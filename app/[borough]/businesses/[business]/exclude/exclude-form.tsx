"use client";

import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import { EXCLUSION_REASONS } from "@/lib/businesses/model";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/businesses/schema").then((m) => m.excludeBusinessInput);

interface ExcludeFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessId: string;
  cancelHref: string;
}

export function ExcludeForm(props: ExcludeFormProps) {
  const form = useCommandForm(props.action, loadSchema, {
    businessId: props.businessId,
    reviewOn: "",
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("reason")}
        legend="Why is it left out?"
        options={[...EXCLUSION_REASONS]}
      />
      <DateInput
        {...form.field("reviewOn")}
        label="When will you look at this again?"
        hint="A date within the next 12 months."
      />
      <FormActions>
        <SubmitButton variant="danger">Leave this business out</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
