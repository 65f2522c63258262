"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/aims/police-schema").then((m) => m.enterCallsInput);

type CallsFormProps = {
  action: FormAction;
  idempotencyKey: string;
  boroughs: SelectOption[];
  quarters: SelectOption[];
};

export function CallsForm({ action, idempotencyKey, boroughs, quarters }: CallsFormProps) {
  const form = useCommandForm(action, loadSchema, { borough: "", quarter: "", calls: "" });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={idempotencyKey} />
      <SelectInput
        {...form.field("borough")}
        label="Borough"
        placeholder="Choose a borough"
        options={boroughs}
      />
      <SelectInput
        {...form.field("quarter")}
        label="Quarter"
        placeholder="Choose a quarter"
        options={quarters}
      />
      <NumberInput
        {...form.field("calls")}
        label="Calls that quoted Operation Make Safe"
        hint="The number alone. Enter 0 if there were none."
      />
      <SubmitButton>Save the number</SubmitButton>
    </form>
  );
}
