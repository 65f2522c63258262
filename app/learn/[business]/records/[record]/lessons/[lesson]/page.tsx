import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { LessonBody } from "@/app/_lessons/lesson-body";
import { ProgressBar } from "@/components/charts/progress-bar";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { lessonAt, readChoice } from "@/lib/training/model";
import {
  findFrontDoor,
  getLesson,
  getMyRecord,
  type LessonView,
} from "@/lib/training/record-queries";
import { listScenarioTitles } from "@/lib/training/scenario-queries";
import { lessonIn } from "@/lib/training/translation-queries";
import {
  courseHref,
  first,
  lessonHref,
  printHref,
  readPosition,
} from "../../../../../_parts/addresses";
import { Feedback } from "../../../../../_parts/feedback";
import { LearnPage } from "../../../../../_parts/learn-page";
import { readAsLearner } from "../../../../../_parts/learner";
import { Problem } from "../../../../../_parts/problem";
import { QuestionField } from "../../../../../_parts/question";
import { ReadAloud } from "../../../../../_parts/read-aloud";
import { Said, SaidPart, StillEnglish } from "../../../../../_parts/said";
import { SupportForYou } from "../../../../../_parts/support";
import { LessonSteps } from "./lesson-steps";
import { Scenarios } from "./scenarios";
import { Sources } from "./sources";

interface PageProps {
  params: Promise<{ business: string; record: string; lesson: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const readLesson = cache(async (business: string, recordId: string, lesson: string) => {
  const { viewer, view } = await readAsLearner(business, async (ctx) => {
    const record = await getMyRecord(ctx, recordId);
    const place = readPosition(lesson) ?? 0;
    const written = await getLesson(ctx, record.versionId, lessonAt(record.path, place) ?? 0);
    const found = await lessonIn(ctx, record, written);
    const asksDoor = found.body.includes("{{front-door}}");
    const scenarios = await listScenarioTitles(ctx, record.versionId);
    return {
      record,
      place,
      lesson: found,
      scenarios: scenarios.filter((scenario) => scenario.lessonPosition === found.position),
      frontDoor: asksDoor ? await findFrontDoor(ctx) : null,
    };
  });
  return { viewer, ...view };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { business, record: recordId, lesson: place } = await params;
  const { lesson, record } = await readLesson(business, recordId, place);
  return { title: `${lesson.title} – ${record.course}` };
}

export default async function LessonPage({ params, searchParams }: PageProps) {
  const { business, record: recordId, lesson: address } = await params;
  const read = await readLesson(business, recordId, address);
  const { viewer, record, lesson, place, frontDoor } = read;
  const reached = Math.max(record.reachedLesson, 1);
  if (!record.completedOn && place > reached) {
    redirect(lessonHref(business, record.id, reached));
  }
  const search = await searchParams;
  const tries = [search.choice ?? []].flat().map(Number);
  const chosen = lesson.practice ? (readChoice(lesson.practice, tries) ?? []) : [];
  return (
    <LearnPage
      quiet
      viewer={viewer}
      title={
        <>
          <AppLink href={courseHref(business, record.courseSlug)}>{record.course}</AppLink> · lesson{" "}
          {place} of {record.lessons}
        </>
      }
    >
      <ProgressBar
        hideLabel
        label={`Lesson ${place} of ${record.lessons}`}
        value={place}
        max={record.lessons}
      />
      <Problem code={first(search.error)} />
      <h1 className="mt-4 mb-3">
        <Said language={lesson.language}>{lesson.title}</Said>
      </h1>
      <StillEnglish wanted={record.language} said={lesson.language ?? null} />
      <ReadAloud />
      <SaidPart language={lesson.language}>
        <LessonBody body={lesson.body} frontDoor={frontDoor} />
      </SaidPart>
      {lesson.practice ? <Practice practice={lesson.practice} chosen={chosen} /> : null}
      <Scenarios business={business} recordId={record.id} scenarios={read.scenarios} />
      <LessonSteps
        business={business}
        record={record}
        position={place}
        answered={chosen.length > 0 || !lesson.practice}
      />
      <div className="mt-6 space-y-1 border-line border-t pt-4 print:hidden">
        <p className="py-1">
          <AppLink href={`${courseHref(business, record.courseSlug)}?done=paused`}>
            Pause here
          </AppLink>
        </p>
        <p className="py-1">
          <AppLink href={printHref(business, record.id)}>All lessons on one page, to print</AppLink>
        </p>
        <SupportForYou />
        <Sources sources={lesson.sources} />
      </div>
    </LearnPage>
  );
}

interface PracticeProps {
  practice: NonNullable<LessonView["practice"]>;
  chosen: readonly number[];
}

/** The practice question: a form that asks the same page again, so that nothing is recorded. */
function Practice({ practice, chosen }: PracticeProps) {
  return (
    <form action="#feedback" method="get" className="mt-8 print:hidden">
      <QuestionField large question={practice} name="choice" id="choice" chosen={chosen} />
      {chosen.length > 0 ? <Feedback question={practice} chosen={chosen} reveal={false} /> : null}
      <Button variant={chosen.length > 0 ? "ghost" : "wide"}>Check my answer</Button>
    </form>
  );
}
