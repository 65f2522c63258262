"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/auth/schema").then((m) => m.referenceInput);

/** One field: the code of a certificate. */
export function ReferenceForm({ action, button }: { action: FormAction; button: string }) {
  const form = useCommandForm(action, loadSchema, { code: "" });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <TextInput
        {...form.field("code")}
        label="Code of the certificate"
        hint="Like E09000033-a1b2c-…, as it is printed. Capitals, spaces and dashes do not matter."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        width="full"
      />
      <SubmitButton pendingLabel="Looking…">{button}</SubmitButton>
    </form>
  );
}
