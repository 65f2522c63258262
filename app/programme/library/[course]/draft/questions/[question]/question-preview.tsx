import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { DraftView } from "@/lib/authoring/queries";

/** The question as learners meet it, with what is said to each answer. */
export function QuestionPreview({
  question,
}: {
  question: DraftView["text"]["questions"][number];
}) {
  return (
    <Card id="preview" title="As learners meet it" className="self-start lg:sticky lg:top-4">
      <p className="mb-4 text-ink-2 text-sm">
        What is saved. Answers stand in another order for each person.
      </p>
      <p className="mb-1 font-semibold text-xl leading-snug">{question.prompt}</p>
      {question.kind === "several" ? (
        <p className="mb-2 text-ink-2">Choose all that apply.</p>
      ) : null}
      <ul>
        {question.options.map((option) => (
          <li key={option.text} className="my-2 rounded-lg border border-line px-3.5 py-3">
            <p>
              {option.text} {option.correct ? <Tag tone="ok">right</Tag> : null}
            </p>
            <p className="mt-1 text-ink-2">{option.feedback}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
