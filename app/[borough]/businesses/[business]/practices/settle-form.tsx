"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import type { ChoiceOption } from "@/components/forms/choice";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface SettleFormProps {
  action: FormAction;
  idempotencyKey: string;
  waiting: ChoiceOption[];
  reasons: SelectOption[];
}

/** Ticks and two buttons: nothing is typed, so the server alone checks it. */
export function SettleForm({ action, idempotencyKey, waiting, reasons }: SettleFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  const chosen = state.values.itemCodes;
  const reason = state.values.reason;
  return (
    <form action={dispatch} className="max-w-read">
      <ErrorSummary
        errors={Object.entries(state.errors).map(([field, message]) =>
          ["itemCodes", "reason"].includes(field) ? { field, message } : { message },
        )}
      />
      <HiddenKey value={idempotencyKey} />
      <Checkboxes
        id="itemCodes"
        name="itemCodes[]"
        legend="Waiting for your decision"
        hint="Ring the business if you are in doubt. Tick those you are deciding about."
        error={state.errors.itemCodes}
        options={waiting}
        defaultValue={Array.isArray(chosen) ? chosen : []}
        big
      />
      <SubmitButton name="decision" value="confirm">
        Confirm those ticked
      </SubmitButton>
      <div className="mt-6 border-line border-l-4 pl-4">
        <SelectInput
          name="reason"
          label="Or give them back, because"
          placeholder="Choose a reason"
          options={reasons}
          defaultValue={typeof reason === "string" ? reason : ""}
          error={state.errors.reason}
        />
        <SubmitButton name="decision" value="return" variant="ghost">
          Give back those ticked
        </SubmitButton>
      </div>
    </form>
  );
}
