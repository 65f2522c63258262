"use client";

import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SelectInput } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/visits/schema").then((m) => m.planVisitsInput);

interface PlanFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessIds: string[];
  team: { value: string; label: string }[];
  assignedTo: string;
  today: string;
  button: string;
  cancelHref: string;
}

export function PlanForm(props: PlanFormProps) {
  const form = useCommandForm(props.action, loadSchema, {
    businessIds: props.businessIds,
    plannedOn: "",
    assignedTo: props.assignedTo,
  });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      {props.businessIds.map((id) => (
        <input key={id} type="hidden" name="businessIds[]" value={id} />
      ))}
      <DateInput {...form.field("plannedOn")} label="On which day?" min={props.today} />
      <SelectInput {...form.field("assignedTo")} label="Who goes?" options={props.team} />
      <FormActions>
        <SubmitButton>{props.button}</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
