import { formatDate } from "@/lib/format";
import { checkSentence } from "@/lib/group-sessions/model";
import type { SessionView } from "@/lib/group-sessions/queries";
import type { QuestionView } from "@/lib/training/record-queries";

const LETTERS = "ABCDEFGH";

/** The short check on paper, and on a sheet of its own the answers for who leads the session. */
export function CheckSheet({ session, business }: { session: SessionView; business: string }) {
  return (
    <>
      <article aria-labelledby="check">
        <h2 id="check">{session.course}: short check</h2>
        <p className="mt-1">
          {business}, {formatDate(session.heldOn)}.{" "}
          {checkSentence({ questions: session.check.length, passShare: session.passShare })}
        </p>
        <p className="my-4 border-line border-b pb-8">Your name:</p>
        <ol className="space-y-6">
          {session.check.map((question, index) => (
            <li key={question.id} className="break-inside-avoid">
              <p className="font-semibold">
                {index + 1}. {question.prompt}
              </p>
              {question.kind === "several" ? <p>Mark every answer that is right.</p> : null}
              <ol className="mt-2 space-y-1.5">
                {question.options.map((option, place) => (
                  <li key={option.text} className="flex gap-3">
                    <span className="mt-1 size-4 flex-none border border-edge" aria-hidden="true" />
                    <span>
                      {LETTERS[place]}. {option.text}
                    </span>
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </article>
      <article aria-labelledby="answers" className="mt-10 break-before-page">
        <h2 id="answers">Answers, for who leads the session</h2>
        <p className="mt-1">
          Talk each question through when the sheets are collected. Destroy the sheets once the
          register is entered.
        </p>
        <ol className="mt-4 space-y-4">
          {session.check.map((question, index) => (
            <li key={question.id} className="break-inside-avoid">
              <p className="font-semibold">
                {index + 1}. {rightOf(question)}
              </p>
              {question.options.map((option) =>
                option.correct ? <p key={option.text}>{option.feedback}</p> : null,
              )}
            </li>
          ))}
        </ol>
      </article>
    </>
  );
}

const rightOf = ({ options }: QuestionView) =>
  options
    .flatMap((option, place) => (option.correct ? [`${LETTERS[place]}. ${option.text}`] : []))
    .join(" and ");
