"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { NumberInput } from "@/components/forms/number-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { AppLink } from "@/components/ui/link";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";
import { typedIn } from "../../../../_parts/typed";
import { StatementFields, type StatementRow } from "./statement-fields";

interface LessonFormProps {
  action: FormAction;
  /** The mark of what its author sees. */
  seen: string;
  lesson: { title: string; minutes: number; body: string; sources: StatementRow[] } | undefined;
  cancelHref: string;
}

export function LessonForm({ action, seen, lesson, cancelHref }: LessonFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  const { errors, error, field, list } = typedIn(state);
  return (
    <form action={dispatch}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="seen" value={seen} />
      <TextInput label="Title" width="full" {...field("title", lesson?.title ?? "")} />
      <NumberInput label="Minutes" {...field("minutes", lesson ? String(lesson.minutes) : "")} />
      <TextArea
        rows={22}
        label="Text"
        hint={
          <>
            Markdown, 150 to 350 words: a line that begins with <code>##</code> is a heading, with{" "}
            <code>-</code> an item of a list, and <code>**two stars**</code> make words bold. A line
            with <code>{"{{call-card}}"}</code> shows how to report, one with{" "}
            <code>{"{{front-door}}"}</code> children’s services.
          </>
        }
        {...field("body", lesson?.body ?? "")}
      />
      <StatementFields sources={lesson?.sources ?? []} list={list} error={error} />
      <FormActions>
        <SubmitButton>Save and see it</SubmitButton>
        <AppLink href={cancelHref}>Back to the draft</AppLink>
      </FormActions>
    </form>
  );
}
