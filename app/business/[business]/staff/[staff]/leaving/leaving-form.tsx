"use client";

import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/people/schema").then((m) => m.recordLeavingInput);

interface LeavingFormProps {
  action: FormAction;
  idempotencyKey: string;
  staffId: string;
  today: string;
  joinedOn: string;
  backHref: string;
}

export function LeavingForm(props: LeavingFormProps) {
  const { staffId, today, joinedOn, backHref } = props;
  const form = useCommandForm(props.action, loadSchema, { staffId, leftOn: today });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <DateInput
        {...form.field("leftOn")}
        label="Their last day"
        hint="Today or earlier."
        min={joinedOn}
        max={today}
      />
      <FormActions>
        <SubmitButton variant="danger">Record that they left</SubmitButton>
        <AppLink href={backHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
