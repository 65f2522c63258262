"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface PressFormProps {
  action: FormAction;
  idempotencyKey: string;
  button: string;
}

/** One press that ends a session or calls it off. */
export function PressForm({ action, idempotencyKey, button }: PressFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  return (
    <form action={dispatch}>
      <ErrorSummary errors={Object.values(state.errors).map((message) => ({ message }))} />
      <HiddenKey value={idempotencyKey} />
      <SubmitButton variant="ghost">{button}</SubmitButton>
    </form>
  );
}
