"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SelectInput } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface HandOverFormProps {
  action: FormAction;
  idempotencyKey: string;
  colleagues: { value: string; label: string }[];
  /** Oneself: who most lines are taken by. */
  viewerId: string;
  /** The lines, each with a box named `chosen[]`. */
  children: ReactNode;
}

/** The week's lines with a box each, and below them who sees to the ticked ones. */
export function HandOverForm(props: HandOverFormProps) {
  const [state, dispatch] = useActionState(props.action, EMPTY_STATE);
  const errors = Object.entries(state.errors).map(([field, message]) => ({
    field: field === "chosen" ? "lines" : field,
    message,
  }));
  const kept = state.values.userId;
  return (
    <form action={dispatch} noValidate>
      <ErrorSummary errors={errors} />
      <HiddenKey value={props.idempotencyKey} />
      <div id="lines" tabIndex={-1}>
        {props.children}
      </div>
      <fieldset className="mt-4 rounded-lg border border-line bg-paper px-4 pt-4 print:hidden">
        <legend className="sr-only">Who sees to the lines you ticked</legend>
        <div className="flex flex-wrap items-end gap-x-4">
          <SelectInput
            name="userId"
            label="Who sees to the lines you ticked"
            options={props.colleagues}
            defaultValue={typeof kept === "string" ? kept : props.viewerId}
            error={state.errors.userId}
          />
          <div className="mb-6">
            <SubmitButton>Hand over</SubmitButton>
          </div>
        </div>
      </fieldset>
    </form>
  );
}
