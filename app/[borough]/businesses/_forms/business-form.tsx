"use client";

import type * as z from "zod/mini";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SelectInput } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import { LICENCE_LABELS, LICENCE_TYPES } from "@/lib/businesses/model";
import type { editBusinessInput } from "@/lib/businesses/schema";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/businesses/schema").then((m) => m.addBusinessInput);

export type BusinessFields = Omit<z.input<typeof editBusinessInput>, "businessId">;

interface BusinessFormProps {
  action: FormAction;
  idempotencyKey: string;
  defaults: { [Field in keyof BusinessFields]?: BusinessFields[Field] | undefined };
  sectors: { code: string; label: string }[];
  /** Names of companies that are known already, to choose from while typing. */
  companies: string[];
  button: string;
  cancelHref: string;
}

const OPENS_LATE = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unknown", label: "Not known" },
];

const LICENCES = [
  { value: "unknown", label: "Not known" },
  ...LICENCE_TYPES.map((value) => ({ value, label: LICENCE_LABELS[value] })),
];

export function BusinessForm(props: BusinessFormProps) {
  const form = useCommandForm(props.action, loadSchema, props.defaults);
  return (
    <form {...form.form} className="max-w-read">
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      <TextInput {...form.field("name")} label="Name of the business" autoComplete="off" />
      <TextInput {...form.field("address")} label="Address" width="full" autoComplete="off" />
      <TextInput {...form.field("postcode")} label="Postcode" width="date" autoComplete="off" />
      <SelectInput
        {...form.field("sector")}
        label="Sector"
        placeholder="Choose a sector"
        options={props.sectors.map((sector) => ({ value: sector.code, label: sector.label }))}
      />
      <Radios
        {...form.field("opensLate")}
        legend="Is it open after 11pm?"
        hint="Night shifts need somebody trained too."
        options={OPENS_LATE}
        inline
      />
      <SelectInput
        {...form.field("licenceType")}
        label="Licence it trades under"
        hint="A rule for training can ask businesses by it."
        options={LICENCES}
      />
      <TextInput
        {...form.field("company")}
        label="Company"
        hint="When one company runs several businesses, name it: you can then see how its businesses stand together."
        optional
        autoComplete="off"
        list="companies"
      />
      <datalist id="companies">
        {props.companies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FormActions>
        <SubmitButton>{props.button}</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
