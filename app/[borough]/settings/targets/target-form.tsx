"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { TARGETED } from "@/lib/aims/model";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/aims/schema").then((m) => m.setTargetInput);

interface TargetFormProps {
  action: FormAction;
  idempotencyKey: string;
  months: SelectOption[];
}

export function TargetForm({ action, idempotencyKey, months }: TargetFormProps) {
  const form = useCommandForm(action, loadSchema, { fromOn: months[0]?.value ?? "" });
  const share = form.field("share");
  const fromOn = form.field("fromOn");
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={idempotencyKey} />
      <SelectInput
        {...form.field("counted")}
        label="Target for"
        placeholder="Choose an aim or a measure"
        options={TARGETED.map(({ counted, label }) => ({ value: counted, label }))}
      />
      <NumberInput {...share} label="Share in per cent" hint="Of all that count for it, like 60." />
      <SelectInput {...fromOn} label="Holds from" options={months} />
      <SubmitButton>Set this target</SubmitButton>
    </form>
  );
}
