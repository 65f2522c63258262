"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import { PROVIDER_LABELS, PROVIDERS } from "@/lib/certificates/equivalent-model";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () =>
  import("@/lib/certificates/equivalent-schema").then((m) => m.acceptEquivalentInput);

interface AcceptFormProps {
  action: FormAction;
  idempotencyKey: string;
  courses: { value: string; label: string }[];
  cancelHref: string;
}

export function AcceptForm(props: AcceptFormProps) {
  const form = useCommandForm(props.action, loadSchema, { months: "12" });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("provider")}
        legend="Whose training do you accept?"
        options={PROVIDERS.map((value) => ({ value, label: PROVIDER_LABELS[value] }))}
      />
      <Radios
        {...form.field("courseSlug")}
        legend="For which course does it stand?"
        options={props.courses}
      />
      <NumberInput
        {...form.field("months")}
        label="For how many months does it count?"
        hint="From the month it was taken in. A certificate from here counts for 12."
      />
      <FormActions>
        <SubmitButton>Accept it</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
