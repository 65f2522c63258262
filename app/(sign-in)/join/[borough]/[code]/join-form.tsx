"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { PinInput } from "@/components/forms/pin-input";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.joinInput);

export function JoinForm({ action }: { action: FormAction }) {
  const form = useCommandForm(action, loadSchema, { visit: "", name: "", pin: "" } as never);
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <Radios
        {...form.field("visit")}
        legend="Is this your first time here?"
        options={[
          { value: "new", label: "Yes: I choose a PIN now" },
          { value: "back", label: "No: I have a PIN" },
        ]}
        big
      />
      <TextInput
        {...form.field("name")}
        label="Your name"
        hint="First name and family name, the same each time."
        autoComplete="off"
        spellCheck={false}
        width="full"
      />
      <PinInput
        {...form.field("pin")}
        label="PIN of 6 digits"
        hint="Not a birthday, not 123456. Remember it: you need it to come back."
        type="password"
      />
      <SubmitButton variant="wide" pendingLabel="Opening…">
        Start
      </SubmitButton>
    </form>
  );
}
