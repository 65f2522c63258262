import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { AppLink } from "@/components/ui/link";
import { Prose } from "@/components/ui/prose";
import { findAttempt, firstUnanswered } from "@/lib/training/attempt-queries";
import { neededToPass } from "@/lib/training/model";
import { getMyRecord } from "@/lib/training/record-queries";
import { startAttemptAction } from "../../../../_parts/actions";
import { courseHref, first, lessonHref, resultHref } from "../../../../_parts/addresses";
import { LearnPage } from "../../../../_parts/learn-page";
import { readAsLearner } from "../../../../_parts/learner";
import { Problem } from "../../../../_parts/problem";
import { ReplacedNote } from "../../../../_parts/replaced-note";
import { SupportForYou } from "../../../../_parts/support";

export const metadata: Metadata = { title: "Questions" };

interface PageProps {
  params: Promise<{ business: string; record: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function QuestionsPage({ params, searchParams }: PageProps) {
  const { business, record: recordId } = await params;
  const { error } = await searchParams;
  const { viewer, view } = await readAsLearner(business, async (ctx) => {
    const record = await getMyRecord(ctx, recordId);
    return { record, open: await findAttempt(ctx, record.id, "open") };
  });
  const { record, open } = view;
  if (record.completedOn) redirect(resultHref(business, record.id));
  if (record.reachedLesson < record.lessons) {
    redirect(lessonHref(business, record.id, Math.max(record.reachedLesson, 1)));
  }
  const of = record.questionsPerAttempt;
  const answered = open ? firstUnanswered(open) - 1 : 0;
  return (
    <LearnPage
      viewer={viewer}
      title={<AppLink href={courseHref(business, record.courseSlug)}>{record.course}</AppLink>}
    >
      <Problem code={first(error)} />
      <h1 className="mb-3">Questions</h1>
      <Prose>
        <p>
          There are {of} questions, one at a time. Answer at least{" "}
          {neededToPass(of, record.passShare)} of them rightly to get your certificate.
        </p>
        <ul>
          <li>After each answer you see why.</li>
          <li>You can stop and come back: your answers are kept.</li>
          <li>
            You can try again as often as you need. Nobody else sees your answers or how many tries
            it took.
          </li>
        </ul>
      </Prose>
      <ReplacedNote replaced={record.replaced} />
      <form action={startAttemptAction.bind(null, business, record.id)} className="mt-6">
        <HiddenKey value={randomUUID()} />
        <SubmitButton variant="wide" pendingLabel="Opening…">
          {open
            ? `Continue: ${answered} of ${open.questionIds.length} answered`
            : "Start the questions"}
        </SubmitButton>
      </form>
      <p className="mt-4">
        <AppLink href={lessonHref(business, record.id, 1)}>Read the lessons again</AppLink>
      </p>
      <div className="mt-4">
        <SupportForYou />
      </div>
    </LearnPage>
  );
}
