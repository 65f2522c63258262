"use client";

import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import type { FormAction } from "@/lib/forms/state";

interface PlanFormProps {
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  businessId: string;
  courses: { slug: string; title: string }[];
  today: string;
}

const loadSchema = () =>
  import("@/lib/group-sessions/schema").then((schema) => schema.planSessionInput);

export function PlanForm(props: PlanFormProps) {
  const { courses, today, businessId } = props;
  const { errors, pending, form, field } = useCommandForm(props.action, loadSchema, {
    businessId,
    courseSlug: courses.length === 1 ? (courses[0]?.slug ?? "") : "",
    heldOn: today,
  });
  return (
    <form {...form} className="max-w-read">
      <ErrorSummary errors={errors} />
      <HiddenKey value={props.idempotencyKey} />
      <Radios
        {...field("courseSlug")}
        legend="Which course?"
        hint="Courses this business is asked to take."
        options={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <DateInput
        {...field("heldOn")}
        label="On which day?"
        hint="Staff can join on their phone on this day alone. A register on paper can be entered up to 60 days later."
      />
      <FormActions>
        <SubmitButton pending={pending}>Plan the session</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
