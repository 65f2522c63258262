"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.mobileInput);

export function MobileForm({ action, mobile }: { action: FormAction; mobile: string }) {
  const form = useCommandForm(action, loadSchema, { mobile });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <TextInput
        {...form.field("mobile")}
        label="Your mobile number"
        hint="A UK number that is your own. Empty it to get no more texts."
        type="tel"
        autoComplete="tel"
        width="half"
        optional
      />
      <SubmitButton>Save the number</SubmitButton>
    </form>
  );
}
