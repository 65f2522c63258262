"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import type { ChoiceOption } from "@/components/forms/choice";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface RenewFormProps {
  action: FormAction;
  idempotencyKey: string;
  options: ChoiceOption[];
}

/** What lapses soon, to be declared again with one press; nothing is ticked beforehand. */
export function RenewForm({ action, idempotencyKey, options }: RenewFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  const chosen = state.values.itemCodes;
  return (
    <form action={dispatch} className="max-w-read">
      <ErrorSummary
        errors={Object.entries(state.errors).map(([field, message]) =>
          field === "itemCodes" ? { field, message } : { message },
        )}
      />
      <HiddenKey value={idempotencyKey} />
      <Checkboxes
        id="itemCodes"
        name="itemCodes[]"
        legend="Still in place today"
        hint="Tick what is still true. For anything else, open it below and choose another answer."
        error={state.errors.itemCodes}
        options={options}
        defaultValue={Array.isArray(chosen) ? chosen : []}
      />
      <SubmitButton>Say that they are still in place</SubmitButton>
    </form>
  );
}
