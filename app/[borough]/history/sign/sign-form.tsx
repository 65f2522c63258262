"use client";

import type * as z from "zod/mini";
import { Checkbox } from "@/components/forms/checkboxes";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { signReportInput } from "@/lib/coverage/report-schema";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/coverage/report-schema").then((m) => m.signReportInput);

interface SignFormProps {
  action: FormAction;
  idempotencyKey: string;
  /** yyyy-mm, and in words. */
  month: string;
  monthLabel: string;
}

export function SignForm({ action, idempotencyKey, month, monthLabel }: SignFormProps) {
  const form = useCommandForm<z.input<typeof signReportInput>>(action, loadSchema, { month });
  const { defaultValue: _, ...checked } = form.field("checked");
  return (
    <form {...form.form} className="max-w-read print:hidden">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={idempotencyKey} />
      <Checkbox
        {...checked}
        value="yes"
        label="I have checked these figures"
        hint="Your name and today’s date stand on the report. It cannot be changed or removed."
      />
      <SubmitButton pendingLabel="Signing off…">Sign off {monthLabel}</SubmitButton>
    </form>
  );
}
