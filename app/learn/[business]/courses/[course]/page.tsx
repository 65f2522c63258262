import type { Metadata } from "next";
import { cache } from "react";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Card } from "@/components/ui/card";
import { AppLink } from "@/components/ui/link";
import { formatDate } from "@/lib/format";
import { getLearningPlace, getMyCourse } from "@/lib/training/queries";
import { listLessonTitles, onPath } from "@/lib/training/record-queries";
import { findCourseWords } from "@/lib/training/translation-queries";
import { first, homeHref } from "../../../_parts/addresses";
import { LearnPage } from "../../../_parts/learn-page";
import { readAsLearner } from "../../../_parts/learner";
import { Problem } from "../../../_parts/problem";
import { Said } from "../../../_parts/said";
import { SupportLines } from "../../../_parts/support";
import { CourseStep } from "./course-step";

interface PageProps {
  params: Promise<{ business: string; course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const readCourse = cache((business: string, slug: string) =>
  readAsLearner(business, async (ctx) => {
    const course = await getMyCourse(ctx, slug);
    const versionId = course.record?.versionId ?? course.versionId;
    const all = await listLessonTitles(ctx, versionId);
    const words = await findCourseWords(ctx, versionId);
    const lessons = onPath(all, course.record?.path ?? null);
    return { course, lessons, words, place: await getLearningPlace(ctx), today: ctx.today };
  }),
);

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { business, course } = await params;
  const { view } = await readCourse(business, course);
  return { title: view.course.title };
}

export default async function CoursePage({ params, searchParams }: PageProps) {
  const { business, course: slug } = await params;
  const search = await searchParams;
  const { viewer, view } = await readCourse(business, slug);
  const { course, lessons, words, place, today } = view;
  const late = course.dueOn && course.dueOn < today && course.state.kind !== "passed";
  return (
    <LearnPage viewer={viewer} title={<AppLink href={homeHref(business)}>Your training</AppLink>}>
      <Problem code={first(search.error)} />
      {search.done === "paused" ? (
        <Notice kind="success" title="Paused">
          Your place is kept. Come back when you like.
        </Notice>
      ) : null}
      <PageHeading
        title={course.title}
        lede={<Said language={words?.language}>{words?.summary ?? course.summary}</Said>}
      />
      {place.confirmedOn ? null : (
        <Notice kind="info" title="Your manager has not confirmed you yet">
          You can start now. Your training counts once they do.
        </Notice>
      )}
      <Card title="Before you start" className="mb-6">
        <p>
          <Said language={words?.language}>{words?.contentNote ?? course.contentNote}</Said>
        </p>
        <p className="mt-2 text-ink-2">{course.writtenFor}</p>
      </Card>
      <CourseStep business={business} course={course} closed={place.closed} />
      <div className="mt-6 space-y-6">
        <Card title="You will be able to">
          <ul className="list-disc space-y-1 pl-5">
            {course.outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </Card>
        <Card title="What is in it">
          <p className="mb-2">
            About {course.minutes} minutes in all: {lessons.length} short lessons, then the
            questions.
            {course.dueOn
              ? ` Your borough asks for it by ${formatDate(course.dueOn)}${late ? ", which has passed: please take it soon" : ""}.`
              : ""}
          </p>
          <ol className="list-decimal space-y-1 pl-5">
            {lessons.map((lesson) => (
              <li key={lesson.position}>
                {lesson.title}{" "}
                <span className="text-ink-2 text-sm">({lesson.minutes} minutes)</span>
              </li>
            ))}
          </ol>
        </Card>
        <Card title="Support for you">
          <SupportLines />
        </Card>
      </div>
    </LearnPage>
  );
}
