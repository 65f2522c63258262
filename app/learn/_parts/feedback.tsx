import type { ReactNode } from "react";
import { isCorrect } from "@/lib/training/model";
import type { QuestionView } from "@/lib/training/record-queries";
import { Said } from "./said";

interface FeedbackProps {
  question: QuestionView;
  chosen: readonly number[];
  /** Says what the answer was, when it was another. In a practice question the reader tries again. */
  reveal: boolean;
}

/** The frame of what is said after a choice; the page jumps to it. */
export function FeedbackBox({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div
      id="feedback"
      tabIndex={-1}
      className="my-5 rounded-r-md border-amber border-l-4 bg-paper px-3.5 py-3"
    >
      <h2 className="text-lg">{title}</h2>
      {children}
    </div>
  );
}

/** What each chosen option means, kindly; right or not. */
export function Feedback({ question, chosen, reveal }: FeedbackProps) {
  const right = isCorrect(question.options, chosen);
  const picked = question.options.filter((_, index) => chosen.includes(index));
  const missed = question.options.filter(
    (option, index) => option.correct && !chosen.includes(index),
  );
  const several = question.kind === "several";
  return (
    <FeedbackBox title={right ? "You have it" : reveal ? "Good to know" : "Have another look"}>
      {picked.map((option) => (
        <p key={option.text} className="mt-1.5">
          {reveal ? "Your answer: " : null}
          <Said language={question.language}>
            {several || reveal ? <b className="block">{option.text}</b> : null}
            {option.feedback}
          </Said>
        </p>
      ))}
      {right || !reveal
        ? null
        : missed.map((option) => (
            <p key={option.text} className="mt-3">
              The answer is:{" "}
              <Said language={question.language}>
                <b className="block">{option.text}</b> {option.feedback.replace(/^Yes\. /, "")}
              </Said>
            </p>
          ))}
      {right || reveal ? null : (
        <p className="mt-1.5">
          {several ? "Some answers may still be missing. " : ""}Try again, or go on.
        </p>
      )}
    </FeedbackBox>
  );
}
