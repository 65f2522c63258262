"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { LEAST_SHARE } from "@/lib/aims/model";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/aims/schema").then((m) => m.setThresholdInput);

interface ThresholdFormProps {
  action: FormAction;
  idempotencyKey: string;
  months: SelectOption[];
}

export function ThresholdForm({ action, idempotencyKey, months }: ThresholdFormProps) {
  const form = useCommandForm(action, loadSchema, { fromOn: months[0]?.value ?? "" });
  const { id: _, ...fromOn } = { id: "", ...form.field("fromOn") };
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={idempotencyKey} />
      <NumberInput
        {...form.field("trainedShare")}
        label="Share that must be trained, in per cent"
        hint={`Of the people who work at a business, from ${LEAST_SHARE} to 100.`}
      />
      <SelectInput {...fromOn} id="thresholdFromOn" label="Holds from" options={months} />
      <SubmitButton>Set this share</SubmitButton>
    </form>
  );
}
