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
import { typedIn } from "../../../_parts/typed";

interface PublishFormProps {
  action: FormAction;
  /** The mark of the draft its author sees. */
  seen: string;
  /** Number of the newest version its author sees. */
  newest: number;
  /** The final questions, those that changed first. */
  questions: SelectOption[];
  cancelHref: string;
}

export function PublishForm({ action, seen, newest, questions, cancelHref }: PublishFormProps) {
  const [state, dispatch] = useActionState(action, EMPTY_STATE);
  const { errors, field, text } = typedIn(state);
  const select = (name: string) => ({
    ...field(name, ""),
    options: questions,
    placeholder: "Choose a question",
  });
  const [first, second] = [select("firstQuestion"), select("secondQuestion")];
  // A select keeps no other default once it is there: with another answer it is another one.
  const keyOf = (name: string) => `${name} ${text(name, "")}`;
  return (
    <form action={dispatch} className="group/form max-w-read">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="newest" value={newest} />
      <TextArea
        rows={6}
        {...field("whatChanged", "")}
        label="What changed"
        hint="A few plain sentences. They stand in the list of versions."
      />
      <Radios
        {...field("material", "")}
        legend="Must people who hold a certificate know?"
        options={[
          {
            value: "yes",
            label: "Yes: what they would do is different now",
            hint: "Their certificate stays. They are asked to read what changed and to answer two questions.",
          },
          {
            value: "no",
            label: "No: it is said better, or a review day has moved",
            hint: "Nobody is told. Who starts the course learns from the new version.",
          },
        ]}
      />
      <div className="group-has-[#material-2:checked]/form:hidden">
        <SelectInput
          {...first}
          key={keyOf(first.name)}
          label="First question"
          hint="If they must know."
        />
        <SelectInput {...second} key={keyOf(second.name)} label="Second question" />
      </div>
      <FormActions>
        <SubmitButton pendingLabel="Publishing…">Publish this version</SubmitButton>
        <AppLink href={cancelHref}>Back to the draft</AppLink>
      </FormActions>
    </form>
  );
}
