"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ButtonVariant } from "@/components/ui/button";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface PressFormProps {
  action: FormAction;
  button: string;
  variant?: ButtonVariant;
  /** The mark of what is pressed away, as it was seen. */
  seen?: string;
}

/** One press. Pressed twice, the second finds it done. */
export function PressForm({ action, button, variant, seen }: PressFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  return (
    <form action={dispatch}>
      <ErrorSummary errors={Object.values(state.errors).map((message) => ({ message }))} />
      {seen ? <input type="hidden" name="seen" value={seen} /> : null}
      <SubmitButton variant={variant}>{button}</SubmitButton>
    </form>
  );
}
