"use client";

import { DateInput } from "@/components/forms/date-input";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { HiddenKey } from "@/components/forms/hidden-key";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { useCommandForm } from "@/components/forms/use-command-form";
import { AppLink } from "@/components/ui/link";
import { AUDIENCE_LABELS, AUDIENCES, type Audience } from "@/lib/assignments/model";
import type { FormAction } from "@/lib/forms/state";

const loadSchema = () => import("@/lib/assignments/schema").then((m) => m.assignTrainingInput);

interface AssignFormProps {
  action: FormAction;
  idempotencyKey: string;
  businessIds: string[];
  courses: { slug: string; title: string; summary: string }[];
  courseSlug: string;
  audience: Audience;
  dueOn: string;
  button: string;
  cancelHref: string;
}

export function AssignForm(props: AssignFormProps) {
  const form = useCommandForm(props.action, loadSchema, {
    businessIds: props.businessIds,
    courseSlug: props.courseSlug,
    audience: props.audience,
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
      <Radios
        {...form.field("audience")}
        legend="Who is asked?"
        options={AUDIENCES.map((value) => ({ value, label: AUDIENCE_LABELS[value] }))}
      />
      <DateInput
        {...form.field("dueOn")}
        label="Due by"
        hint="Where the course is asked already, this becomes its date, and who is asked changes too."
      />
      <FormActions>
        <SubmitButton>{props.button}</SubmitButton>
        <AppLink href={props.cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
