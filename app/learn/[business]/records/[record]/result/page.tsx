import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { Prose } from "@/components/ui/prose";
import {
  findAttempt,
  findCertificateOf,
  listLessonsToRevisit,
} from "@/lib/training/attempt-queries";
import { neededToPass } from "@/lib/training/model";
import { getMyRecord, listLessonTitles, onPath } from "@/lib/training/record-queries";
import { startAttemptAction } from "../../../../_parts/actions";
import {
  certificateHref,
  courseHref,
  homeHref,
  lessonHref,
  questionsHref,
} from "../../../../_parts/addresses";
import { LearnPage } from "../../../../_parts/learn-page";
import { readAsLearner } from "../../../../_parts/learner";
import { SupportForYou } from "../../../../_parts/support";

export const metadata: Metadata = { title: "Your result" };

interface PageProps {
  params: Promise<{ business: string; record: string }>;
}

export default async function ResultPage({ params }: PageProps) {
  const { business, record: recordId } = await params;
  const { viewer, view } = await readAsLearner(business, async (ctx) => {
    const record = await getMyRecord(ctx, recordId);
    const attempt = await findAttempt(ctx, record.id, "finished");
    return {
      record,
      attempt,
      certificate: await findCertificateOf(ctx, record.id),
      revisit: attempt && !attempt.passed ? await listLessonsToRevisit(ctx, record, attempt) : [],
      lessons: await listLessonTitles(ctx, record.versionId),
    };
  });
  const { record, attempt, certificate } = view;
  if (!attempt) redirect(questionsHref(business, record.id));
  const of = attempt.questionIds.length;
  const lessons = onPath(view.lessons, record.path);
  const revisit = lessons
    .map((lesson, index) => ({ ...lesson, place: index + 1 }))
    .filter((lesson) => view.revisit.includes(lesson.position));
  return (
    <LearnPage
      viewer={viewer}
      title={<AppLink href={courseHref(business, record.courseSlug)}>{record.course}</AppLink>}
    >
      {certificate ? (
        <>
          <h1 className="mb-3">You have passed</h1>
          <Prose>
            <p>
              You answered {attempt.correct} of {of} questions rightly. Thank you for the time you
              gave it: a child may be safer for it.
            </p>
          </Prose>
          <LinkButton variant="wide" className="mt-6" href={certificateHref(business, certificate)}>
            See your certificate
          </LinkButton>
        </>
      ) : (
        <>
          <h1 className="mb-3">Nearly there</h1>
          <Prose>
            <p>
              You answered {attempt.correct} of {of} questions rightly, and{" "}
              {neededToPass(of, record.passShare)} are needed. Many people need more than one try.
              Nobody else sees this.
            </p>
            {revisit.length > 0 ? <h2>Worth another look</h2> : null}
            <ul>
              {revisit.map((lesson) => (
                <li key={lesson.position}>
                  <AppLink href={lessonHref(business, record.id, lesson.place)}>
                    {lesson.title}
                  </AppLink>
                </li>
              ))}
            </ul>
          </Prose>
          <form action={startAttemptAction.bind(null, business, record.id)} className="mt-6">
            <HiddenKey value={randomUUID()} />
            <SubmitButton variant="wide" pendingLabel="Opening…">
              Try again with new questions
            </SubmitButton>
          </form>
        </>
      )}
      <p className="mt-4">
        <AppLink href={homeHref(business)}>Your training</AppLink>
      </p>
      <div className="mt-4">
        <SupportForYou />
      </div>
    </LearnPage>
  );
}
