"use client";

import type { ChoiceOption } from "@/components/forms/choice";
import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () =>
  import("@/lib/certificates/equivalent-schema").then((m) => m.recordEquivalentInput);

interface ElsewhereFormProps {
  action: FormAction;
  idempotencyKey: string;
  staffId: string;
  policies: ChoiceOption[];
  today: string;
  backHref: string;
}

export function ElsewhereForm({
  staffId,
  policies,
  today,
  backHref,
  ...props
}: ElsewhereFormProps) {
  const form = useCommandForm(props.action, loadSchema, {
    staffId,
    equivalentId: "",
    takenOn: "",
    evidence: "",
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("equivalentId")}
        legend="Which training was it, and for which course does it stand?"
        options={policies}
      />
      <DateInput
        {...form.field("takenOn")}
        label="When did they take it?"
        hint="The day on their certificate."
        max={today}
      />
      <TextInput
        {...form.field("evidence")}
        label="Number on their certificate"
        hint="Letters, digits, dashes and slashes, like WV-2026/0417. Never a name."
        width="date"
        autoComplete="off"
      />
      <FormActions>
        <SubmitButton>Record it</SubmitButton>
        <AppLink href={backHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
