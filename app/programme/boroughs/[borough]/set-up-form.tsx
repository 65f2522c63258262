"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/boroughs/schema").then((m) => m.setUpBoroughInput);

export interface SetUpFormProps {
  action: FormAction;
  boroughName: string;
  idempotencyKey: string;
}

export function SetUpForm({ action, boroughName, idempotencyKey }: SetUpFormProps) {
  const form = useCommandForm(action, loadSchema, {});
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={idempotencyKey} />
      <p className="mb-4 max-w-read">
        Setting a borough up gives it the three sectors of the scheme and the courses that count.
        Its own team then imports the register.
      </p>
      <SubmitButton>Set up {boroughName}</SubmitButton>
    </form>
  );
}
