"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface FinishFormProps {
  action: FormAction;
  idempotencyKey: string;
  /** What was asked, for who hears the button alone. */
  what: string;
}

export function FinishForm({ action, idempotencyKey, what }: FinishFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  return (
    <form action={dispatch}>
      <ErrorSummary errors={Object.values(state.errors).map((message) => ({ message }))} />
      <HiddenKey value={idempotencyKey} />
      <SubmitButton variant="small">
        We have done it<VisuallyHidden>: {what}</VisuallyHidden>
      </SubmitButton>
    </form>
  );
}
