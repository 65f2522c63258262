"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormActions } from "@/components/forms/form-actions";
import { NumberInput } from "@/components/forms/number-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { AppLink } from "@/components/ui/link";
import { EMPTY_STATE, type FormAction } from "@/lib/forms/state";
import { typedIn } from "../../../_parts/typed";

interface AboutFormProps {
  action: FormAction;
  /** The mark of what its author sees. */
  seen: string;
  about: {
    title: string;
    summary: string;
    writtenFor: string;
    contentNote: string;
    minutes: number;
    outcomes: string[];
    refresherLessons: string[];
  };
  lessons: { value: string; label: string }[];
  cancelHref: string;
}

export function AboutForm({ action, seen, about, lessons, cancelHref }: AboutFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  const { errors, error, field, list } = typedIn(state);
  return (
    <form action={dispatch} className="max-w-read">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="seen" value={seen} />
      <TextInput label="Title" width="full" {...field("title", about.title)} />
      <TextArea rows={3} label="Summary" {...field("summary", about.summary)} />
      <TextArea
        rows={2}
        label="Whom it is written for"
        {...field("writtenFor", about.writtenFor)}
      />
      <TextArea
        rows={4}
        label="Content note"
        hint="What is in it that may be hard to read, and that stopping is fine."
        {...field("contentNote", about.contentNote)}
      />
      <NumberInput label="Minutes in all" {...field("minutes", String(about.minutes))} />
      <TextArea
        rows={6}
        label="People will be able to"
        hint="One a line."
        {...field("outcomes", about.outcomes.join("\n"))}
      />
      <Checkboxes
        name="refresherLessons[]"
        id="refresherLessons"
        legend="The shorter path of somebody who renews"
        hint="The lessons they read again. None: there is no shorter path."
        options={lessons}
        defaultValue={list("refresherLessons", about.refresherLessons)}
        error={error("refresherLessons")}
      />
      <FormActions>
        <SubmitButton>Save</SubmitButton>
        <AppLink href={cancelHref}>Cancel</AppLink>
      </FormActions>
    </form>
  );
}
