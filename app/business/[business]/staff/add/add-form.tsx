"use client";

import { useActionState } from "react";
import { Checkbox } from "@/components/forms/checkboxes";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FileInput } from "@/components/forms/file-input";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { AppLink } from "@/components/ui/link";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";

interface AddFormProps {
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
}

export function AddForm({ action, idempotencyKey, cancelHref }: AddFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  const { names, file, ...others } = state.errors;
  const errors = [
    ...(names ? [{ field: "names", message: names }] : []),
    ...(file ? [{ field: "file", message: file }] : []),
    ...Object.values(others).map((message) => ({ message })),
  ];
  const typed = state.values.names;
  return (
    <form action={dispatch} className="max-w-read">
      <ErrorSummary errors={errors} />
      <HiddenKey value={idempotencyKey} />
      <TextArea
        name="names"
        label="Names"
        hint="One name on each line, first name and family name. You can paste a table if its first line says which column is the name: every other column is left out, unread."
        error={names}
        defaultValue={typeof typed === "string" ? typed : ""}
        autoComplete="off"
        spellCheck={false}
      />
      <FileInput
        name="file"
        label="Or a file"
        hint="CSV, with a first line of headings such as Name. Only the name is read."
        error={file}
        accept=".csv,text/csv,text/plain"
        optional
      />
      <Checkbox
        name="agency"
        value="yes"
        label="An agency employs all of these people"
        hint="Agency staff who work here regularly count like everybody else."
        defaultChecked={state.values.agency === "yes"}
      />
      <FormActions>
        <SubmitButton>Add these people</SubmitButton>
        <AppLink href={cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
