"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/aims/schema").then((m) => m.addTeamInput);

interface TeamFormProps {
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
}

export function TeamForm(props: TeamFormProps) {
  const form = useCommandForm(props.action, loadSchema, {});
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <TextInput
        {...form.field("name")}
        label="Name of the team"
        hint="Like: Licensing and trading standards."
        autoComplete="off"
      />
      <TextInput
        {...form.field("address")}
        label="Where it works"
        width="full"
        autoComplete="off"
      />
      <TextInput {...form.field("postcode")} label="Postcode" width="date" autoComplete="off" />
      <NumberInput
        {...form.field("headcount")}
        label="How many people work in it?"
        hint="Everybody, agency staff included."
      />
      <FormActions>
        <SubmitButton>Add this team</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
