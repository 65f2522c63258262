"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { Radios } from "@/components/forms/radios";
import { SelectInput, type SelectOption } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { AppLink } from "@/components/ui/link";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";
import { typedIn } from "../../../../_parts/typed";
import { AnswerFields, type AnswerRow } from "./answer-fields";

interface QuestionFormProps {
  action: FormAction;
  /** The mark of what its author sees. */
  seen: string;
  question: { use: string; lesson: string; prompt: string; options: AnswerRow[] } | undefined;
  lessons: SelectOption[];
  cancelHref: string;
}

export function QuestionForm({ action, seen, question, lessons, cancelHref }: QuestionFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  const { errors, error, field, text, list } = typedIn(state);
  const lesson = text("lesson", question?.lesson ?? "");
  return (
    <form action={dispatch}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="seen" value={seen} />
      <TextArea rows={3} {...field("prompt", question?.prompt ?? "")} label="Question" />
      <Radios
        inline
        {...field("use", question?.use ?? "final")}
        legend="Where it is asked"
        options={[
          { value: "final", label: "At the end" },
          { value: "practice", label: "Under its lesson, for practice" },
        ]}
      />
      <SelectInput
        // A select keeps no other default once it is there: with another answer it is another one.
        key={lesson}
        {...field("lesson", lesson)}
        label="Lesson it is about"
        placeholder="Choose a lesson"
        options={lessons}
      />
      <AnswerFields answers={question?.options ?? []} list={list} error={error} />
      <FormActions>
        <SubmitButton>Save and see it</SubmitButton>
        <AppLink href={cancelHref}>Back to the draft</AppLink>
      </FormActions>
    </form>
  );
}
