"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";
import { DRIVER_EVIDENCE, type DriverEvidence } from "@/lib/premises/driver-model";

const loadSchema = () => import("@/lib/premises/schema").then((m) => m.attestDriversInput);

interface DriversFormProps {
  action: FormAction;
  idempotencyKey: string;
  said: { drivers: number; trained: number; evidence: DriverEvidence } | null;
  backHref: string;
}

export function DriversForm({ said, backHref, ...props }: DriversFormProps) {
  const form = useCommandForm(props.action, loadSchema, {
    drivers: said ? String(said.drivers) : "",
    trained: said ? String(said.trained) : "",
    ...(said ? { evidence: said.evidence } : {}),
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <NumberInput
        {...form.field("drivers")}
        label="How many drivers take your bookings?"
        hint="Everybody with a licence from TfL who has driven for you in the last 3 months."
      />
      <NumberInput
        {...form.field("trained")}
        label="How many of them have had TfL’s safeguarding training?"
      />
      <Radios
        {...form.field("evidence")}
        legend="What do you rely on?"
        options={Object.entries(DRIVER_EVIDENCE).map(([value, label]) => ({ value, label }))}
      />
      <FormActions>
        <SubmitButton>Save</SubmitButton>
        <AppLink href={backHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
