"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { AppLink } from "@/components/ui/link";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";
import type { RegisterRow } from "@/lib/group-sessions/queries";
import { resultField } from "@/lib/group-sessions/schema";

interface RegisterFormProps {
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  rows: RegisterRow[];
  /** Questions of the printed check. */
  questions: number;
}

/** Who was there and how many answers each had right; the server alone knows who may be entered. */
export function RegisterForm(props: RegisterFormProps) {
  const [state, dispatch] = useActionState(props.action, EMPTY_STATE);
  const { rows, questions } = props;
  const open = rows.filter((row) => !row.holds);
  const holders = rows.filter((row) => row.holds);
  return (
    <form action={dispatch} className="max-w-read">
      <ErrorSummary
        errors={Object.entries(state.errors).map(([field, message]) =>
          field === "form" ? { message } : { field, message },
        )}
      />
      <HiddenKey value={props.idempotencyKey} />
      {open.map((row) => {
        const name = resultField(row.staffId);
        const typed = state.values[name];
        return (
          <NumberInput
            key={row.staffId}
            name={name}
            label={row.name}
            hint={`Right answers of ${questions}. Leave it empty if they were not there${row.attended ? ": they are on the register already, and may try again" : ""}.`}
            defaultValue={typeof typed === "string" ? typed : ""}
            error={state.errors[name]}
          />
        );
      })}
      {holders.length > 0 ? (
        <p className="mb-6 text-ink-2">
          Nothing is entered for those who hold a current certificate of this course already:{" "}
          {holders.map((row) => row.name).join(", ")}.
        </p>
      ) : null}
      <FormActions>
        <SubmitButton>Enter the register</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
