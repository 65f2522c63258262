import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Details } from "@/components/ui/details";
import { draftFaults } from "@/lib/authoring/faults";
import { markOf } from "@/lib/authoring/mark";
import { draftHref, NEW } from "../../../../_parts/addresses";
import { DraftBreadcrumbs } from "../../../../_parts/draft-breadcrumbs";
import { PressForm } from "../../../../_parts/press-form";
import { readDraft } from "../../../../_parts/read-draft";
import { dropQuestionAction, editQuestionAction } from "../../../actions";
import { FaultList } from "../../fault-list";
import { QuestionForm } from "./question-form";
import { QuestionPreview } from "./question-preview";

export const metadata: Metadata = { title: "Question" };

interface QuestionPageProps {
  params: Promise<{ course: string; question: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A question of a draft: its answers, what is said to each, and how a learner will see what is saved. */
export default async function DraftQuestionPage({ params, searchParams }: QuestionPageProps) {
  const { course: slug, question: id } = await params;
  const { done } = await searchParams;
  const { text } = await readDraft(slug);
  const question = text.questions.find((one) => one.id === id);
  if (!question && id !== NEW) notFound();
  const own = question?.id ?? `added-${randomUUID().slice(0, 8)}`;
  const faults = draftFaults(slug, text).filter((fault) => fault.question === id);
  return (
    <>
      <DraftBreadcrumbs course={slug} title={text.title} />
      {done === "saved" ? (
        <Notice kind="success" title="Saved in the draft">
          <p>It is published with the rest of the draft.</p>
        </Notice>
      ) : null}
      <PageHeading title={question ? "Question" : "A new question"} />
      {done === "saved" ? <FaultList course={slug} faults={faults} /> : null}
      <div className="grid gap-8 lg:grid-cols-2">
        <QuestionForm
          action={editQuestionAction.bind(null, slug, own)}
          seen={markOf(question)}
          question={question}
          lessons={text.lessons.map(({ slug: value, title }) => ({ value, label: title }))}
          cancelHref={draftHref(slug)}
        />
        {question ? <QuestionPreview question={question} /> : null}
      </div>
      {question ? (
        <div className="mt-8">
          <Details summary="Take this question out">
            <p className="mb-3 max-w-read">
              Learners who are asked it now, in the published version, are asked it still.
            </p>
            <PressForm
              action={dropQuestionAction.bind(null, slug, own)}
              seen={markOf(question)}
              button="Take the question out"
              variant="ghost"
            />
          </Details>
        </div>
      ) : null}
    </>
  );
}
