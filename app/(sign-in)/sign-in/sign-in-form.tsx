"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.signInInput);

export function SignInForm({ action, next }: { action: FormAction; next: string | null }) {
  const form = useCommandForm(action, loadSchema, { email: "", password: "" });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <TextInput
        {...form.field("email")}
        label="E-mail address"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordInput {...form.field("password")} label="Password" />
      <FormActions>
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
        <AppLink href="/sign-in/reset">I have forgotten my password</AppLink>
      </FormActions>
    </form>
  );
}
