"use client";

import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";
import { RETURNS } from "@/lib/people/model";

const loadSchema = () => import("@/lib/people/schema").then((m) => m.bringBackInput);

interface ReturnFormProps {
  action: FormAction;
  idempotencyKey: string;
  staffId: string;
  today: string;
  /** The first day on which they can be back. */
  earliest: string;
  backHref: string;
}

export function ReturnForm(props: ReturnFormProps) {
  const { staffId, today, earliest, backHref } = props;
  const form = useCommandForm(props.action, loadSchema, { staffId, backOn: today });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("how")}
        legend="Why are they on the list again?"
        options={RETURNS.map((each) => ({ ...each }))}
      />
      <DateInput
        {...form.field("backOn")}
        label="The day they came back"
        hint="Today or earlier. Not asked when it was a mistake."
        min={earliest}
        max={today}
      />
      <FormActions>
        <SubmitButton>Put them on the list again</SubmitButton>
        <AppLink href={backHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
