"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.newPasswordInput);

export function PasswordForm({ action }: { action: FormAction }) {
  const form = useCommandForm(action, loadSchema, { password: "" });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <PasswordInput
        {...form.field("password")}
        fresh
        label="New password"
        hint="8 characters or more. Three words that do not belong together are hard to guess and easy to remember."
      />
      <SubmitButton>Save the password and sign in</SubmitButton>
    </form>
  );
}
