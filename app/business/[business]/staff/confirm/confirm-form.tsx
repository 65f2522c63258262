"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import type { ChoiceOption } from "@/components/forms/choice";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface ConfirmFormProps {
  action: FormAction;
  idempotencyKey: string;
  people: ChoiceOption[];
}

/** Ticks and two buttons: nothing is typed, so the server alone checks it. */
export function ConfirmForm({ action, idempotencyKey, people }: ConfirmFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  const chosen = state.values.staffIds;
  return (
    <form action={dispatch} className="max-w-read">
      <ErrorSummary
        errors={Object.entries(state.errors).map(([field, message]) =>
          field === "staffIds" ? { field, message } : { message },
        )}
      />
      <HiddenKey value={idempotencyKey} />
      <Checkboxes
        id="staffIds"
        name="staffIds[]"
        legend="Who joined"
        hint="Tick the people you are deciding about, then press a button below."
        error={state.errors.staffIds}
        options={people}
        defaultValue={Array.isArray(chosen) ? chosen : []}
        big
      />
      <FormActions>
        <SubmitButton name="decision" value="confirm">
          They work here: confirm
        </SubmitButton>
        <SubmitButton name="decision" value="refuse" variant="danger">
          Not one of ours: remove
        </SubmitButton>
      </FormActions>
    </form>
  );
}
