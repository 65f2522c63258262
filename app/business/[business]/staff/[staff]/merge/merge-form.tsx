"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/people/schema").then((m) => m.mergeInput);

interface MergeFormProps {
  action: FormAction;
  idempotencyKey: string;
  stayId: string;
  others: { value: string; label: string; hint: string }[];
  backHref: string;
}

export function MergeForm(props: MergeFormProps) {
  const form = useCommandForm(props.action, loadSchema, { stayId: props.stayId });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("goneId")}
        legend="Which other entry is the same person?"
        options={props.others}
      />
      <FormActions>
        <SubmitButton variant="danger">They are the same person</SubmitButton>
        <AppLink href={props.backHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
