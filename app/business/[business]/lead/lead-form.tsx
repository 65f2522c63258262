"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/premises/schema").then((m) => m.nameLeadInput);

interface LeadFormProps {
  action: FormAction;
  idempotencyKey: string;
  people: SelectOption[];
  /** Somebody is named already. */
  named: boolean;
}

export function LeadForm(props: LeadFormProps) {
  const form = useCommandForm(props.action, loadSchema, {});
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <SelectInput
        {...form.field("staffId")}
        label={props.named ? "Who leads from today" : "Who leads on safeguarding"}
        hint="Somebody on your staff list who is there often. It may be you."
        placeholder="Choose a person"
        options={props.people}
      />
      <SubmitButton>Name this person</SubmitButton>
    </form>
  );
}
