"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { ButtonVariant } from "@/components/ui/button";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/wards/schema").then((m) => m.confirmWardsInput);

interface SettleFormProps {
  action: FormAction;
  uploadId: string;
  idempotencyKey: string;
  label: string;
  pendingLabel: string;
  variant?: ButtonVariant;
}

/** One button that confirms or discards a list. */
export function SettleForm(props: SettleFormProps) {
  const { action, uploadId, idempotencyKey, label, pendingLabel, variant } = props;
  const form = useCommandForm(action, loadSchema, { uploadId });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={idempotencyKey} />
      <SubmitButton variant={variant} pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
    </form>
  );
}
