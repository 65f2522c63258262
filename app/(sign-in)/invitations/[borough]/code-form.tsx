"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.codeInput);

export function CodeForm({ action }: { action: FormAction }) {
  const form = useCommandForm(action, loadSchema, { code: "" });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <TextInput
        {...form.field("code")}
        label="Code"
        hint="26 letters and numbers, printed in groups. Capitals, spaces and dashes do not matter."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        width="full"
      />
      <SubmitButton pendingLabel="Opening…">Open my invitation</SubmitButton>
    </form>
  );
}
