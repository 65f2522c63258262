import type { Metadata } from "next";
import { cache } from "react";
import { LessonBody } from "@/app/_lessons/lesson-body";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { findFrontDoor, getMyRecord, listLessons, onPath } from "@/lib/training/record-queries";
import { lessonsIn } from "@/lib/training/translation-queries";
import { courseHref } from "../../../../_parts/addresses";
import { LearnPage } from "../../../../_parts/learn-page";
import { readAsLearner } from "../../../../_parts/learner";
import { Said, SaidPart } from "../../../../_parts/said";
import { SupportLines } from "../../../../_parts/support";

interface PageProps {
  params: Promise<{ business: string; record: string }>;
}

const readLessons = cache((business: string, recordId: string) =>
  readAsLearner(business, async (ctx) => {
    const record = await getMyRecord(ctx, recordId);
    const written = onPath(await listLessons(ctx, record.versionId), record.path);
    return {
      record,
      lessons: await lessonsIn(ctx, record, written),
      frontDoor: await findFrontDoor(ctx),
    };
  }),
);

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { business, record } = await params;
  const { view } = await readLessons(business, record);
  return { title: `All lessons – ${view.record.course}` };
}

/** Every lesson of the version somebody learns, to read on paper. The questions stay on the screen. */
export default async function PrintPage({ params }: PageProps) {
  const { business, record: recordId } = await params;
  const { viewer, view } = await readLessons(business, recordId);
  const { record, lessons, frontDoor } = view;
  return (
    <LearnPage
      viewer={viewer}
      title={<AppLink href={courseHref(business, record.courseSlug)}>{record.course}</AppLink>}
    >
      <PageHeading
        title="All lessons"
        caption={record.course}
        lede="To read on paper: print this page from your browser. Your place is kept where you learn, and the questions are answered there."
      />
      {lessons.map((lesson, index) => (
        <section key={lesson.position} className="mb-8 border-line border-t pt-5">
          <h2 className="mb-2">
            <Said language={lesson.language}>
              {index + 1}. {lesson.title}
            </Said>
          </h2>
          <SaidPart language={lesson.language}>
            <LessonBody body={lesson.body} frontDoor={frontDoor} under={2} />
          </SaidPart>
        </section>
      ))}
      <section className="border-line border-t pt-5">
        <h2 className="mb-2">Support for you</h2>
        <SupportLines />
      </section>
    </LearnPage>
  );
}
