"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.resetInput);

export function ResetForm({ action }: { action: FormAction }) {
  const form = useCommandForm(action, loadSchema, { email: "" });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <TextInput
        {...form.field("email")}
        label="E-mail address"
        hint="The one you sign in with."
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton pendingLabel="Sending…">Send me a link</SubmitButton>
    </form>
  );
}
