import { Checkboxes } from "@/components/forms/checkboxes";
import { Radios } from "@/components/forms/radios";
import type { QuestionView } from "@/lib/training/record-queries";

import { SaidPart } from "./said";

interface QuestionFieldProps {
  question: QuestionView;
  name: string;
  id: string;
  chosen: readonly number[];
  /** The order in which its options stand; as they were written by default. */
  order?: readonly number[];
  error?: string | undefined;
  large?: boolean;
}

/** A question as native radios, or checkboxes where several answers are asked. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, name, id, chosen, error, large } = props;
  const order = props.order ?? question.options.map((_, index) => index);
  const options = order.flatMap((index) => {
    const option = question.options[index];
    return option ? [{ value: String(index), label: option.text }] : [];
  });
  const field =
    question.kind === "several" ? (
      <Checkboxes
        big
        large={large}
        id={id}
        name={name}
        legend={question.prompt}
        hint={<span lang="en-GB">Choose all that apply.</span>}
        error={error}
        options={options}
        defaultValue={chosen.map(String)}
      />
    ) : (
      <Radios
        big
        large={large}
        id={id}
        name={name}
        legend={question.prompt}
        error={error}
        options={options}
        defaultValue={chosen[0] === undefined ? undefined : String(chosen[0])}
      />
    );
  return <SaidPart language={question.language}>{field}</SaidPart>;
}
