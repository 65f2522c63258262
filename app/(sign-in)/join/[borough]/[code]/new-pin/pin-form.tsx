"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { PinInput } from "@/components/forms/pin-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.choosePinInput);

export function PinForm({ action }: { action: FormAction }) {
  const form = useCommandForm(action, loadSchema, { name: "", code: "", pin: "" });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <TextInput
        {...form.field("name")}
        label="Your name"
        hint="As it is printed on your slip."
        autoComplete="off"
        spellCheck={false}
        width="full"
      />
      <TextInput
        {...form.field("code")}
        label="The code from your manager"
        hint="Ten letters and digits. Spaces and dashes do not matter."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        width="half"
      />
      <PinInput
        {...form.field("pin")}
        label="Choose a PIN of 6 digits"
        hint="Not a birthday, not 123456. Remember it: you need it to come back."
        type="password"
      />
      <SubmitButton variant="wide" pendingLabel="Opening…">
        Save my PIN and start
      </SubmitButton>
    </form>
  );
}
