"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.acceptInput);

type Props = {
  action: FormAction;
  /** Where the invitation was sent; null for a letter. */
  email: string | null;
};

export function AcceptForm({ action, email }: Props) {
  const form = useCommandForm(action, loadSchema, { name: "", email: email ?? "", password: "" });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <TextInput
        {...form.field("name")}
        label="Your name"
        hint="First name and family name."
        autoComplete="name"
        spellCheck={false}
      />
      <TextInput
        {...form.field("email")}
        label="E-mail address"
        hint={
          email
            ? "Your invitation was sent to this address, so you sign in with it."
            : "You sign in with it, and we write to it about this only."
        }
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={email !== null}
      />
      <PasswordInput
        {...form.field("password")}
        fresh
        label="Password"
        hint={
          <>
            Choose one of 8 characters or more. If this e-mail address already has an account here,
            type the password of that account.{" "}
            <AppLink href="/sign-in/reset">I have forgotten it</AppLink>
          </>
        }
      />
      <SubmitButton>Accept the invitation</SubmitButton>
    </form>
  );
}
