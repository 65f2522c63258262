"use client";

import type * as z from "zod/mini";
import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { Fieldset } from "@/components/forms/fieldset";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { NumberInput } from "@/components/forms/number-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import { ORGANISATIONS } from "@/lib/aims/model";
import type { recordActionInput } from "@/lib/aims/schema";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/aims/schema").then((m) => m.recordActionInput);

interface RecordFormProps {
  action: FormAction;
  idempotencyKey: string;
  actionId: string;
  kind: z.input<typeof recordActionInput>["kind"];
  doneOn: string;
  cancelHref: string;
}

const DAY_LABELS: Partial<Record<RecordFormProps["kind"], string>> = {
  lead: "When was it confirmed?",
  agreement: "When was it signed?",
  meeting: "When was the meeting?",
};

export function RecordForm(props: RecordFormProps) {
  const { actionId, kind, doneOn } = props;
  const form = useCommandForm<z.input<typeof recordActionInput>>(props.action, loadSchema, {
    actionId,
    kind,
    doneOn,
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      {kind === "lead" ? (
        <>
          <TextInput {...form.field("leadName")} label="Name of the lead" autoComplete="off" />
          <TextInput
            {...form.field("leadPost")}
            label="Their post"
            hint="Like: Director of children’s services."
            autoComplete="off"
          />
        </>
      ) : null}
      <DateInput {...form.field("doneOn")} label={DAY_LABELS[kind] ?? "When was it done?"} />
      {kind === "agreement" ? (
        <DateInput {...form.field("agreedUntil")} label="Until when does it hold?" />
      ) : null}
      {kind === "meeting" ? (
        <Fieldset
          id="attendance"
          legend="Who came?"
          hint="How many people each organisation sent. Leave the others empty."
        >
          <div className="grid gap-x-6 sm:grid-cols-2">
            {ORGANISATIONS.map(({ code, label }) => (
              <NumberInput key={code} {...form.field(`people_${code}`)} label={label} />
            ))}
          </div>
        </Fieldset>
      ) : null}
      <TextInput
        {...form.field("evidence")}
        label="Where is the evidence kept?"
        hint="A minute or file number. Name no child, suspect or place here."
        autoComplete="off"
      />
      <FormActions>
        <SubmitButton>Record it as done</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
