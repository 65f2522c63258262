"use client";

import type * as z from "zod/mini";
import type { ChoiceOption } from "@/components/forms/choice";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";
import type { declarePracticesInput } from "@/lib/practices/schema";

const loadSchema = () => import("@/lib/practices/schema").then((m) => m.declarePracticesInput);

interface AnswerFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessId: string;
  itemCode: string;
  options: ChoiceOption[];
  /** What was answered last, if that still stands. */
  answer: string;
  button: string;
  skip: { href: string; label: string };
}

export function AnswerForm(props: AnswerFormProps) {
  const form = useCommandForm<z.input<typeof declarePracticesInput>>(props.action, loadSchema, {
    businessId: props.businessId,
    itemCodes: [props.itemCode],
    answer: props.answer as "in_place",
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("answer")}
        legend="How is it today?"
        large
        big
        options={props.options}
      />
      <FormActions>
        <SubmitButton>{props.button}</SubmitButton>
        <AppLink href={props.skip.href}>{props.skip.label}</AppLink>
      </FormActions>
    </form>
  );
}
