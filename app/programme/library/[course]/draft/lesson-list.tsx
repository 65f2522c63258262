import { Details } from "@/components/ui/details";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { DraftView } from "@/lib/authoring/queries";
import { plural } from "@/lib/format";
import { lessonHref, questionHref } from "../../_parts/addresses";

interface LessonListProps {
  course: string;
  text: DraftView["text"];
}

/** The lessons in their order, each with the questions that belong to it. */
export function LessonList({ course, text }: LessonListProps) {
  const final = text.questions.filter((one) => one.use === "final").length;
  return (
    <section className="mb-5">
      <SectionHeading
        title="Lessons and questions"
        lede={`${plural(text.lessons.length, "lesson", "lessons")}. Each attempt draws ${text.questionsPerAttempt} of ${final} final questions; ${text.passShare} in 100 pass.`}
      />
      <ol className="rounded-lg border border-line bg-paper">
        {text.lessons.map((lesson, index) => {
          const own = text.questions.filter((one) => one.lesson === lesson.slug);
          return (
            <li key={lesson.slug} className="border-line border-t px-4 py-3.5 first:border-t-0">
              <h3>
                <AppLink href={lessonHref(course, lesson.slug)}>
                  Lesson {index + 1}: {lesson.title}
                </AppLink>
              </h3>
              <Details summary={`${plural(own.length, "question", "questions")} about it`}>
                <ul className="space-y-2">
                  {own.map((question) => (
                    <li key={question.id}>
                      <AppLink href={questionHref(course, question.id)}>{question.prompt}</AppLink>
                      <span className="text-ink-2 text-sm">
                        {" "}
                        {question.use === "practice" ? "(practice)" : "(final)"}
                      </span>
                    </li>
                  ))}
                </ul>
              </Details>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
