"use client";

import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SelectInput } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/visits/schema").then((m) => m.rescheduleVisitInput);

interface RescheduleFormProps {
  action: FormAction;
  idempotencyKey: string;
  visitId: string;
  plannedOn: string;
  assignedTo: string;
  team: { value: string; label: string }[];
  today: string;
}

export function RescheduleForm(props: RescheduleFormProps) {
  const { visitId, plannedOn, assignedTo } = props;
  const form = useCommandForm(props.action, loadSchema, { visitId, plannedOn, assignedTo });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <DateInput {...form.field("plannedOn")} label="On which day?" min={props.today} />
      <SelectInput
        {...form.field("assignedTo")}
        label="Who goes?"
        placeholder="Choose a colleague"
        options={props.team}
      />
      <SubmitButton>Save the change</SubmitButton>
    </form>
  );
}
