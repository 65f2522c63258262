"use client";

import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/aims/police-schema").then((m) => m.confirmCallHandlersInput);

type ConfirmFormProps = { action: FormAction; idempotencyKey: string; today: string };

export function ConfirmForm({ action, idempotencyKey, today }: ConfirmFormProps) {
  const form = useCommandForm(action, loadSchema, { confirmedOn: "", evidence: "" });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={idempotencyKey} />
      <DateInput
        {...form.field("confirmedOn")}
        label="Day the training was completed"
        hint="In the last 12 months."
        max={today}
      />
      <TextInput
        {...form.field("evidence")}
        label="Reference of the training record"
        hint="Where the record is kept, such as LD/2026/0147. No names: the reference is enough."
        width="half"
        autoComplete="off"
      />
      <SubmitButton>Confirm the training</SubmitButton>
    </form>
  );
}
