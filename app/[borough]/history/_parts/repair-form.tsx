"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/coverage/report-schema").then((m) => m.repairCoverageInput);

/** One button that has every figure counted again. */
export function RepairForm(props: { action: FormAction; idempotencyKey: string }) {
  const form = useCommandForm(props.action, loadSchema, {});
  return (
    <form {...form.form} className="mt-3 print:hidden">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <SubmitButton pendingLabel="Asking…">Count every figure again</SubmitButton>
    </form>
  );
}
