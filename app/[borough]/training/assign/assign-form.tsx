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

const loadSchema = () => import("@/lib/assignments/schema").then((m) => m.assignTrainingInput);

interface AssignFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessIds: string[];
  courses: { slug: string; title: string; summary: string }[];
  courseSlug: string;
  dueOn: string;
  button: string;
  cancelHref: string;
}

export function AssignForm(props: AssignFormProps) {
  const form = useCommandForm(props.action, loadSchema, {
    businessIds: props.businessIds,
    courseSlug: props.courseSlug,
    dueOn: props.dueOn,
  });
  return (
    <form {...form.form}>
      <ErrorSummary errors={form.errors} />
      <HiddenKey value={props.idempotencyKey} />
      {props.businessIds.map((id) => (
        <input key={id} type="hidden" name="businessIds[]" value={id} />
      ))}
      <Radios
        {...form.field("courseSlug")}
        legend="Which course?"
        options={props.courses.map((course) => ({
          value: course.slug,
          label: course.title,
          hint: course.summary,
        }))}
      />
      <DateInput
        {...form.field("dueOn")}
        label="Due by"
        hint="Where the course is asked already, this becomes its date."
      />
      <FormActions>
        <SubmitButton>{props.button}</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
