"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { AppLink } from "@/components/ui/link";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface ConfirmFormProps {
  action: FormAction;
  idempotencyKey: string;
  button: string;
  variant?: ButtonVariant;
  cancelHref?: string;
  /** Fields that are already decided; a name ending in [] may repeat. */
  hidden?: { name: string; value: string }[];
}

/** One button that does what the page has just said, and a way back. */
export function ConfirmForm(props: ConfirmFormProps) {
  const [state, dispatch] = useActionState(props.action, EMPTY_STATE);
  return (
    <form action={dispatch}>
      <ErrorSummary errors={Object.values(state.errors).map((message) => ({ message }))} />
      <HiddenKey value={props.idempotencyKey} />
      {props.hidden?.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <FormActions>
        <SubmitButton variant={props.variant}>{props.button}</SubmitButton>
        {props.cancelHref ? <AppLink href={props.cancelHref}>Cancel</AppLink> : null}
      </FormActions>
    </form>
  );
}
