"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/premises/schema").then((m) => m.declareHoursInput);

interface HoursFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessId: string;
  opensLate: boolean | null;
  /** Night shifts that a "no" would end. */
  shifts: number;
}

export function HoursForm({ opensLate, shifts, ...props }: HoursFormProps) {
  const said = opensLate ? ("yes" as const) : ("no" as const);
  const form = useCommandForm(
    props.action,
    loadSchema,
    opensLate === null ? {} : { opensLate: said },
  );
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...form.field("opensLate")}
        legend="Open after 11pm"
        options={[
          { value: "yes", label: "Yes", hint: "You say next which night shifts there are." },
          {
            value: "no",
            label: "No",
            hint:
              shifts > 0 ? "The night shifts you declared end today." : "Night cover is not asked.",
          },
        ]}
      />
      <FormActions>
        <SubmitButton>Save the hours</SubmitButton>
        <AppLink href={`/business/${props.businessId}/nights`}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
