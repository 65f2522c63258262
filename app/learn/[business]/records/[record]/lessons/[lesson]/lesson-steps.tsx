import { randomUUID } from "node:crypto";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/button";
import type { MyRecord } from "@/lib/training/record-queries";
import { reachLessonAction } from "../../../../../_parts/actions";
import { courseHref, lessonHref, questionsHref } from "../../../../../_parts/addresses";

interface LessonStepsProps {
  business: string;
  record: MyRecord;
  position: number;
  /** The practice question has been tried: going on is the main thing now. */
  answered: boolean;
}

/** Back and Next. Opening a lesson for the first time is a post, so that the place is kept. */
export function LessonSteps({ business, record, position, answered }: LessonStepsProps) {
  const variant = answered ? "primary" : "ghost";
  const next = position + 1;
  const isLast = position >= record.lessons;
  const wasOpen = record.completedOn !== null || next <= record.reachedLesson;
  return (
    <nav
      aria-label="Lessons"
      className="mt-6 flex flex-wrap items-center justify-between gap-3 print:hidden"
    >
      <LinkButton
        variant="ghost"
        className="min-h-11"
        href={
          position > 1
            ? lessonHref(business, record.id, position - 1)
            : courseHref(business, record.courseSlug)
        }
      >
        {position > 1 ? "Back" : "About this course"}
      </LinkButton>
      {isLast ? (
        <LinkButton
          variant={variant}
          className="min-h-11"
          href={
            record.completedOn
              ? courseHref(business, record.courseSlug)
              : questionsHref(business, record.id)
          }
        >
          {record.completedOn ? "To the end" : "Go to the questions"}
        </LinkButton>
      ) : wasOpen ? (
        <LinkButton
          variant={variant}
          className="min-h-11"
          href={lessonHref(business, record.id, next)}
        >
          Next lesson
        </LinkButton>
      ) : (
        <form action={reachLessonAction.bind(null, business, record.id, next)}>
          <HiddenKey value={randomUUID()} />
          <SubmitButton variant={variant} className="min-h-11" pendingLabel="Opening…">
            Next lesson
          </SubmitButton>
        </form>
      )}
    </nav>
  );
}
