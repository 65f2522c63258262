"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/businesses/contact-schema").then((m) => m.editContactInput);

interface ContactFormProps {
  action: FormAction;
  idempotencyKey: string;
  contactEmail: string;
  contactPhone: string;
}

export function ContactForm(props: ContactFormProps) {
  const { contactEmail, contactPhone } = props;
  const form = useCommandForm(props.action, loadSchema, { contactEmail, contactPhone });
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <TextInput
        {...form.field("contactEmail")}
        label="E-mail address"
        hint="An address of the business, like name@example.org."
        type="email"
        autoComplete="email"
        optional
      />
      <TextInput
        {...form.field("contactPhone")}
        label="Telephone number"
        type="tel"
        autoComplete="tel"
        width="half"
        optional
      />
      <SubmitButton>Save contact details</SubmitButton>
    </form>
  );
}
