"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/boroughs/schema").then((m) => m.welcomePoliceInput);

export interface WelcomePoliceFormProps {
  action: FormAction;
  areas: SelectOption[];
}

export function WelcomePoliceForm({ action, areas }: WelcomePoliceFormProps) {
  const form = useCommandForm(action, loadSchema, {
    name: "",
    email: "",
    policeAreaCode: "",
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <h2 className="mb-3">Give a police officer access</h2>
      <TextInput label="Their name" autoComplete="off" {...form.field("name")} />
      <TextInput
        label="Their work e-mail address"
        type="email"
        autoComplete="off"
        {...form.field("email")}
      />
      <SelectInput
        label="Police area"
        placeholder="Choose a police area"
        options={areas}
        {...form.field("policeAreaCode")}
      />
      <SubmitButton pendingLabel="Sending…">Give access and send a link</SubmitButton>
    </form>
  );
}
