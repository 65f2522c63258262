import { Choice } from "@/components/forms/choice";
import { FieldError } from "@/components/forms/field";
import { TextArea } from "@/components/forms/text-area";
import { OPTIONS } from "@/lib/training/course-rules";

export interface AnswerRow {
  text: string;
  correct: boolean;
  feedback: string;
}

interface AnswerFieldsProps {
  answers: AnswerRow[];
  list: (field: string, stands: readonly string[]) => readonly string[];
  error: (field: string) => string | undefined;
}

/** The answers, each with whether it is right and what is said to whoever chooses it. */
export function AnswerFields({ answers, list, error }: AnswerFieldsProps) {
  const rows = Math.min(Math.max(answers.length + 1, OPTIONS.least + 1), OPTIONS.most);
  const blank = Array.from({ length: rows - answers.length }, () => "");
  const option = list("option", [...answers.map((one) => one.text), ...blank]);
  const feedback = list("feedback", [...answers.map((one) => one.feedback), ...blank]);
  const right = list(
    "right",
    answers.flatMap((one, index) => (one.correct ? [String(index)] : [])),
  );
  return (
    <section className="mb-6">
      <h2 className="mb-1">Answers</h2>
      <p className="mb-4 text-ink-2">
        {OPTIONS.least} to {OPTIONS.most}, none of them silly. With several ticked, the question
        asks for all that apply. Empty the fields of one to take it out.
      </p>
      {option.map((text, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are never reordered
          key={index}
          className="mb-4 rounded-lg border border-line bg-paper px-4 pt-3"
        >
          <legend className="px-1 font-semibold">Answer {index + 1}</legend>
          <TextArea
            rows={2}
            name="option[]"
            id={`option-${index + 1}`}
            label="What it says"
            defaultValue={text}
            error={error(`option-${index + 1}`)}
          />
          <FieldError id={`right-${index + 1}`} error={error(`right-${index + 1}`)} />
          <Choice
            type="checkbox"
            id={`right-${index + 1}`}
            name="right[]"
            value={String(index)}
            label="This is right"
            defaultChecked={right.includes(String(index))}
          />
          <TextArea
            rows={2}
            name="feedback[]"
            id={`feedback-${index + 1}`}
            label="What is said to whoever chooses it"
            defaultValue={feedback[index] ?? ""}
            error={error(`feedback-${index + 1}`)}
          />
        </fieldset>
      ))}
    </section>
  );
}
