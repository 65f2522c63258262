"use client";

import type * as z from "zod/mini";
import { Checkbox } from "@/components/forms/checkboxes";
import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { confirmContactInput } from "@/lib/boroughs/settings-schema";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () =>
  import("@/lib/boroughs/settings-schema").then((m) => m.confirmContactInput);

interface ContactFormProps {
  action: FormAction;
  idempotencyKey: string;
  defaults: { teamName: string; phone: string; outOfHoursPhone: string; email: string };
}

export function ContactForm(props: ContactFormProps) {
  const form = useCommandForm<z.input<typeof confirmContactInput>>(
    props.action,
    loadSchema,
    props.defaults,
  );
  const { defaultValue: _, ...checked } = form.field("checked");
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <TextInput {...form.field("teamName")} label="Name of the team" width="full" />
      <TextInput {...form.field("phone")} label="Phone" type="tel" width="half" />
      <TextInput
        {...form.field("outOfHoursPhone")}
        label="Out-of-hours duty team"
        hint="Nights and weekends."
        type="tel"
        width="half"
        optional
      />
      <TextInput {...form.field("email")} label="E-mail" type="email" />
      <Checkbox
        {...checked}
        value="yes"
        label="I have checked these with the team itself, today"
        hint="Your name and today’s date are shown beside them."
      />
      <SubmitButton>Confirm these contacts</SubmitButton>
    </form>
  );
}
