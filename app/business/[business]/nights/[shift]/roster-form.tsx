"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import type { ChoiceOption } from "@/components/forms/choice";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { AppLink } from "@/components/ui/link";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface RosterFormProps {
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  people: ChoiceOption[];
  /** Who works the shift now. */
  working: string[];
}

/** Ticks alone: nothing is typed, so the server alone checks it. */
export function RosterForm(props: RosterFormProps) {
  const [state, dispatch] = useActionState(props.action, EMPTY_STATE);
  const chosen = state.values.staffIds;
  return (
    <form action={dispatch} className="max-w-read">
      <ErrorSummary
        errors={Object.entries(state.errors).map(([field, message]) =>
          field === "staffIds" ? { field, message } : { message },
        )}
      />
      <HiddenKey value={props.idempotencyKey} />
      <Checkboxes
        id="staffIds"
        name="staffIds[]"
        legend="Who works it"
        hint="Tick everybody who regularly works this shift."
        error={state.errors.staffIds}
        options={props.people}
        defaultValue={Array.isArray(chosen) ? chosen : props.working}
        big
      />
      <FormActions>
        <SubmitButton>Save who works it</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
