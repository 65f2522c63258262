"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";
import { NIGHTS, NIGHTS_LABELS } from "@/lib/premises/model";

const loadSchema = () => import("@/lib/premises/schema").then((m) => m.declareShiftInput);

interface ShiftFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessId: string;
}

export function ShiftForm(props: ShiftFormProps) {
  const form = useCommandForm(props.action, loadSchema, {});
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("nights")}
        legend="Which nights"
        options={NIGHTS.map((nights) => ({ value: nights, label: NIGHTS_LABELS[nights] }))}
      />
      <TextInput
        {...form.field("startsAt")}
        label="Starts at"
        hint="By the 24-hour clock, like 22:00."
        type="time"
        width="date"
      />
      <TextInput
        {...form.field("endsAt")}
        label="Ends at"
        hint="It may be the next morning, like 06:00."
        type="time"
        width="date"
      />
      <FormActions>
        <SubmitButton>Declare the shift</SubmitButton>
        <AppLink href={`/business/${props.businessId}/nights`}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
