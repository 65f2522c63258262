"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/boroughs/schema").then((m) => m.inviteAdminInput);

export interface InviteAdminFormProps {
  action: FormAction;
  boroughName: string;
  idempotencyKey: string;
}

export function InviteAdminForm({ action, boroughName, idempotencyKey }: InviteAdminFormProps) {
  const form = useCommandForm(action, loadSchema, { email: "" });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={idempotencyKey} />
      <h2 className="mb-3">Invite a borough admin</h2>
      <TextInput
        label="Their work e-mail address"
        hint={`They can do everything in ${boroughName}, and invite the rest of its team.`}
        type="email"
        autoComplete="off"
        {...form.field("email")}
      />
      <SubmitButton pendingLabel="Sending…">Send the invitation</SubmitButton>
    </form>
  );
}
