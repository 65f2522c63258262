"use client";

import type * as z from "zod/mini";
import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { planActionInput } from "@/lib/aims/schema";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/aims/schema").then((m) => m.planActionInput);

interface PlanFormProps {
  action: FormAction;
  idempotencyKey: string;
  kind: z.input<typeof planActionInput>["kind"];
  ownerId: string;
  dueOn: string;
  colleagues: SelectOption[];
  sectors: SelectOption[];
  cancelHref: string;
}

export function PlanForm(props: PlanFormProps) {
  const { kind, ownerId, dueOn } = props;
  const form = useCommandForm<z.input<typeof planActionInput>>(props.action, loadSchema, {
    kind,
    ownerId,
    dueOn,
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      {kind === "other" ? (
        <TextInput
          {...form.field("title")}
          label="What is to be done?"
          hint="A few words, like: review the posters. Name no person and no place."
          autoComplete="off"
        />
      ) : null}
      {kind === "register" ? (
        <SelectInput
          {...form.field("sector")}
          label="Which sector?"
          hint="For one whose list cannot be uploaded as a file."
          placeholder="Choose a sector"
          options={props.sectors}
        />
      ) : null}
      <SelectInput
        {...form.field("ownerId")}
        label="Who sees to it?"
        hint="They are reminded by e-mail two weeks before it is due, and every week after."
        options={props.colleagues}
      />
      <DateInput {...form.field("dueOn")} label="Due by" />
      <FormActions>
        <SubmitButton>Plan this action</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
