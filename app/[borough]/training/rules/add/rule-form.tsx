import { Checkbox } from "@/components/forms/checkboxes";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { NumberInput } from "@/components/forms/number-input";
import { Radios } from "@/components/forms/radios";
import { SelectInput } from "@/components/forms/select-input";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { AUDIENCE_LABELS, AUDIENCES, USUAL_DAYS } from "@/lib/assignments/model";
import type { CourseChoice } from "@/lib/assignments/queries";
import { LICENCE_LABELS, LICENCE_TYPES } from "@/lib/businesses/model";

interface RuleFormProps {
  action: string;
  /** What was typed, by field; nothing yet on the first look. */
  typed: Record<string, string>;
  errors: Record<string, string>;
  courses: CourseChoice[];
  sectors: { code: string; pluralLabel: string }[];
  cancelHref: string;
}

/** What a rule says, as a question: it is asked with GET, and the answer is the preview. */
export function RuleForm({ action, typed, errors, courses, sectors, cancelHref }: RuleFormProps) {
  const field = (name: string, fallback = "") => ({
    name,
    defaultValue: typed[name] ?? fallback,
    error: errors[name],
  });
  return (
    <form action={action} method="get" className="max-w-read">
      <ErrorSummary
        errors={Object.entries(errors).map(([name, message]) => ({ field: name, message }))}
      />
      <SelectInput
        {...field("sector")}
        label="Which businesses?"
        placeholder="Every sector"
        options={sectors.map(({ code, pluralLabel }) => ({ value: code, label: pluralLabel }))}
      />
      <SelectInput
        {...field("licenceType")}
        label="With which licence?"
        placeholder="Whatever the licence"
        options={LICENCE_TYPES.map((value) => ({ value, label: LICENCE_LABELS[value] }))}
      />
      <Checkbox
        name="lateOnly"
        value="yes"
        defaultChecked={typed.lateOnly === "yes"}
        label="Only those open after 11pm"
      />
      <Radios
        {...field("courseSlug")}
        legend="Which course?"
        options={courses.map(({ slug, title, summary }) => ({
          value: slug,
          label: title,
          hint: summary,
        }))}
      />
      <Radios
        {...field("audience", "all_staff")}
        legend="Who is asked?"
        options={AUDIENCES.map((value) => ({ value, label: AUDIENCE_LABELS[value] }))}
      />
      <NumberInput
        {...field("days", String(USUAL_DAYS))}
        label="How many days does a business have?"
        hint="From the day it is asked. Six weeks are usual."
      />
      <NumberInput
        {...field("share")}
        label="How many of them must hold it, in percent?"
        hint="Empty: as the borough’s targets say, and everybody where they say nothing."
        optional
      />
      <NumberInput
        {...field("monthsValid")}
        label="For how many months does a certificate count?"
        hint="Empty: as long as the course says. Never longer than that."
        optional
      />
      <FormActions>
        <Button type="submit">Show what this would ask</Button>
        <AppLink href={cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
