"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/businesses/schema").then((m) => m.declareHeadcountInput);

interface HeadcountFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessId: string;
  headcount: number | null;
}

export function HeadcountForm(props: HeadcountFormProps) {
  const form = useCommandForm(props.action, loadSchema, {
    businessId: props.businessId,
    headcount: props.headcount === null ? "" : String(props.headcount),
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <NumberInput
        {...form.field("headcount")}
        label="Number of people"
        hint="Count everybody once: full time, part time, casual, agency staff who work here regularly, every shift, and yourself."
      />
      <FormActions>
        <SubmitButton>Save the number</SubmitButton>
        <AppLink href={`/business/${props.businessId}`}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
