"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () =>
  import("@/lib/people/invitation-schema").then((m) => m.inviteColleagueInput);

interface InviteColleagueFormProps {
  action: FormAction;
  idempotencyKey: string;
}

const ROLES = [
  {
    value: "borough_officer",
    label: "Officer",
    hint: "Adds and invites businesses, imports registers, assigns training.",
  },
  {
    value: "borough_admin",
    label: "Administrator",
    hint: "All of that, and invites colleagues and confirms the borough’s contacts.",
  },
];

export function InviteColleagueForm(props: InviteColleagueFormProps) {
  const form = useCommandForm(props.action, loadSchema, {
    email: "",
    role: "borough_officer",
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <TextInput
        {...form.field("email")}
        type="email"
        label="Their work e-mail address"
        hint="They get a link that works for 60 days."
        autoComplete="off"
      />
      <Radios {...form.field("role")} legend="What may they do?" options={ROLES} />
      <SubmitButton pendingLabel="Sending…">Send the invitation</SubmitButton>
    </form>
  );
}
