"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface CodeFormProps {
  action: FormAction;
  idempotencyKey: string;
  button: string;
  variant?: "primary" | "danger";
}

/** One button: makes the code, or changes it. */
export function CodeForm({ action, idempotencyKey, button, variant = "primary" }: CodeFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  return (
    <form action={dispatch}>
      <ErrorSummary errors={Object.values(state.errors).map((message) => ({ message }))} />
      <HiddenKey value={idempotencyKey} />
      <SubmitButton variant={variant}>{button}</SubmitButton>
    </form>
  );
}
