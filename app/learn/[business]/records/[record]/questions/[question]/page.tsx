import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ProgressBar } from "@/components/charts/progress-bar";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { keptName } from "@/lib/forms/kept-form";
import { findAttempt, firstUnanswered, getQuestion } from "@/lib/training/attempt-queries";
import { optionOrder, problemText, readChoice } from "@/lib/training/model";
import { getMyRecord } from "@/lib/training/record-queries";
import { questionIn } from "@/lib/training/translation-queries";
import { answerQuestionAction, completeTrainingAction } from "../../../../../_parts/actions";
import {
  courseHref,
  first,
  questionHref,
  questionsHref,
  readPosition,
} from "../../../../../_parts/addresses";
import { AnswerForm } from "../../../../../_parts/answer-form";
import { Feedback } from "../../../../../_parts/feedback";
import { LearnPage } from "../../../../../_parts/learn-page";
import { readAsLearner } from "../../../../../_parts/learner";
import { Problem } from "../../../../../_parts/problem";
import { QuestionField } from "../../../../../_parts/question";
import { Said } from "../../../../../_parts/said";
import { SupportForYou } from "../../../../../_parts/support";

interface PageProps {
  params: Promise<{ business: string; record: string; question: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { question } = await params;
  const { error } = await searchParams;
  return {
    title: `${problemText(first(error)) ? "Error: " : ""}Question ${readPosition(question) ?? ""}`,
  };
}

export default async function QuestionPage({ params, searchParams }: PageProps) {
  const { business, record: recordId, question: place } = await params;
  const position = readPosition(place);
  if (!position) notFound();
  const { viewer, view } = await readAsLearner(business, async (ctx) => {
    const record = await getMyRecord(ctx, recordId);
    const attempt = await findAttempt(ctx, record.id, "open");
    const id = attempt?.questionIds[position - 1];
    const question = id
      ? await questionIn(ctx, record, await getQuestion(ctx, record.versionId, id))
      : null;
    return { record, attempt, question };
  });
  const { record, attempt, question } = view;
  if (!attempt || !question) redirect(questionsHref(business, record.id));
  const next = firstUnanswered(attempt);
  if (position > next) redirect(questionHref(business, record.id, next));
  const { error, choice = [] } = await searchParams;
  const of = attempt.questionIds.length;
  const answer = attempt.answers.get(question.id);
  return (
    <LearnPage
      quiet
      viewer={viewer}
      title={
        <>
          <AppLink href={courseHref(business, record.courseSlug)}>{record.course}</AppLink> ·
          question {position} of {of}
        </>
      }
    >
      <ProgressBar hideLabel label={`Question ${position} of ${of}`} value={position} max={of} />
      {answer ? (
        <>
          <h1 className="mt-4 mb-3 text-2xl">
            <Said language={question.language}>{question.prompt}</Said>
          </h1>
          <Feedback reveal question={question} chosen={answer.chosen} />
          {next > of ? (
            <form action={completeTrainingAction.bind(null, business, record.id, attempt.id)}>
              <HiddenKey value={attempt.id} />
              <SubmitButton variant="wide" pendingLabel="One moment…">
                See my result
              </SubmitButton>
            </form>
          ) : (
            <LinkButton variant="wide" href={questionHref(business, record.id, next)}>
              Next question
            </LinkButton>
          )}
        </>
      ) : (
        <>
          <Problem code={first(error)} field="chosen" />
          <h1 className="sr-only">
            Question {position} of {of}
          </h1>
          <AnswerForm
            keptAs={keptName(viewer.staffId, `answer:${attempt.id}:${position}`)}
            action={answerQuestionAction.bind(null, {
              business,
              record: record.id,
              attempt: attempt.id,
              position,
            })}
          >
            <QuestionField
              large
              question={question}
              name="chosen[]"
              id="chosen"
              chosen={readChoice(question, [choice].flat().map(Number)) ?? []}
              order={optionOrder(`${attempt.id}:${question.id}`, question.options.length)}
              error={problemText(first(error))}
            />
          </AnswerForm>
        </>
      )}
      <div className="mt-6 space-y-1 border-line border-t pt-4">
        <p className="py-1">
          <AppLink href={`${courseHref(business, record.courseSlug)}?done=paused`}>
            Pause here
          </AppLink>
        </p>
        <SupportForYou />
      </div>
    </LearnPage>
  );
}
