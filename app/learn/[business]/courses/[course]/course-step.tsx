import { randomUUID } from "node:crypto";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/layout/notice";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { formatDate } from "@/lib/format";
import { PROBLEMS } from "@/lib/training/model";
import type { MyCourse } from "@/lib/training/queries";
import { startTrainingAction } from "../../../_parts/actions";
import { certificateHref, lessonHref, questionsHref } from "../../../_parts/addresses";
import { ReplacedNote } from "../../../_parts/replaced-note";

interface CourseStepProps {
  business: string;
  course: MyCourse;
  closed: boolean;
}

interface StartProps extends CourseStepProps {
  label: string;
  path?: "whole" | "refresher";
  quiet?: boolean;
}

function Start({ business, course, closed, label, path = "whole", quiet }: StartProps) {
  if (closed || !course.dueOn) {
    return (
      <Notice kind="info" title="You cannot start this course now">
        {closed ? PROBLEMS.closed : PROBLEMS.course}
      </Notice>
    );
  }
  return (
    <form action={startTrainingAction.bind(null, business, course.slug)}>
      <HiddenKey value={randomUUID()} />
      <input type="hidden" name="path" value={path} />
      <SubmitButton variant={quiet ? "ghost" : "wide"} pendingLabel="Opening…">
        {label}
      </SubmitButton>
    </form>
  );
}

/** Somebody who renews may take the shorter path, or the whole course once more. */
function Renew(props: CourseStepProps) {
  const { course, closed } = props;
  if (!course.mayRefresh || closed || !course.dueOn) {
    return <Start {...props} label="Take the course again" />;
  }
  return (
    <div className="space-y-3">
      <Start
        {...props}
        path="refresher"
        label={`Take the refresher: ${course.refresherLessons.length} lessons, then ${course.refresherQuestions ?? "the"} questions`}
      />
      <Start {...props} quiet label="Take the whole course again" />
    </div>
  );
}

/** The one next step with a course: start, go on, answer, or see the certificate. */
export function CourseStep(props: CourseStepProps) {
  const { business, course } = props;
  const { state, record } = course;
  const replaced = (
    <ReplacedNote replaced={record !== undefined && record.versionId !== course.versionId} />
  );
  switch (state.kind) {
    case "not_started":
      return <Start {...props} label="Start the course" />;
    case "reading":
      return (
        <>
          <LinkButton variant="wide" href={lessonHref(business, state.recordId, state.lesson)}>
            Continue with lesson {state.lesson} of {state.of}
          </LinkButton>
          {replaced}
        </>
      );
    case "questions":
      return (
        <>
          <LinkButton variant="wide" href={questionsHref(business, state.recordId)}>
            Go to the questions
          </LinkButton>
          <p className="mt-3">
            You have read every lesson.{" "}
            <AppLink href={lessonHref(business, state.recordId, 1)}>Read them again</AppLink>
          </p>
          {replaced}
        </>
      );
    case "passed":
      return (
        <>
          {state.certificateId ? (
            <Notice kind="success" title="You have passed">
              Your certificate counts until {formatDate(state.until)}.{" "}
              <AppLink href={certificateHref(business, state.certificateId)}>
                See your certificate
              </AppLink>
            </Notice>
          ) : (
            <Notice kind="success" title="Your training elsewhere is accepted">
              It counts for this course until {formatDate(state.until)}.
            </Notice>
          )}
          {state.mayRenew ? <Renew {...props} /> : null}
        </>
      );
    case "lapsed":
      return (
        <>
          <Notice kind="warning" title={`Your certificate lapsed on ${formatDate(state.on)}`}>
            Take the course{state.certificateId ? " again" : ""} for a new one.{" "}
            {state.certificateId ? (
              <AppLink href={certificateHref(business, state.certificateId)}>
                See the old certificate
              </AppLink>
            ) : null}
          </Notice>
          <Renew {...props} />
        </>
      );
  }
}
