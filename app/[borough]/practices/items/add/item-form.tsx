"use client";

import type * as z from "zod/mini";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";
import type { addItemInput } from "@/lib/practices/schema";

const loadSchema = () => import("@/lib/practices/schema").then((m) => m.addItemInput);

interface ItemFormProps {
  action: FormAction;
  idempotencyKey: string;
  sector: string;
  sectors: SelectOption[];
  cancelHref: string;
}

export function ItemForm(props: ItemFormProps) {
  const form = useCommandForm<z.input<typeof addItemInput>>(props.action, loadSchema, {
    sector: props.sector,
    title: "",
    help: "",
  });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <SelectInput
        {...form.field("sector")}
        label="Which businesses are asked?"
        options={props.sectors}
      />
      <TextInput
        {...form.field("title")}
        label="What does the business do?"
        hint="Like “New starters are briefed before their first shift”. At most 80 characters."
        width="full"
        maxLength={80}
      />
      <TextInput
        {...form.field("help")}
        label="How does it do it?"
        hint="One to three sentences about the practice: never about a person, a premises or an incident."
        width="full"
        maxLength={400}
      />
      <Radios
        {...form.field("aim")}
        legend="Which aim does it serve?"
        options={[
          { value: "prevent", label: "Prevent", hint: "Materials on display" },
          { value: "protect", label: "Protect", hint: "How the business works" },
          { value: "pursue", label: "Pursue", hint: "What it records and keeps" },
        ]}
      />
      <Radios
        {...form.field("level")}
        legend="Does it count?"
        options={[
          {
            value: "essential",
            label: "Essential",
            hint: "Every business of the sector needs it to meet the measure, from today",
          },
          { value: "desirable", label: "Good to have", hint: "It changes no figure" },
        ]}
      />
      <Radios
        {...form.field("seenOnVisit")}
        legend="How does an officer confirm it?"
        options={[
          { value: "no", label: "From the desk, or on a visit" },
          { value: "yes", label: "Only on a visit, where it is seen" },
        ]}
      />
      <FormActions>
        <SubmitButton>Add the practice</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
