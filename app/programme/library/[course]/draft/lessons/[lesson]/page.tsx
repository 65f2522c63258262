import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LessonBody } from "@/app/_lessons/lesson-body";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { draftFaults } from "@/lib/authoring/faults";
import { markOf } from "@/lib/authoring/mark";
import { unwrap } from "@/lib/authoring/unwrap";
import { draftHref, NEW } from "../../../../_parts/addresses";
import { DraftBreadcrumbs } from "../../../../_parts/draft-breadcrumbs";
import { PressForm } from "../../../../_parts/press-form";
import { readDraft } from "../../../../_parts/read-draft";
import { dropLessonAction, editLessonAction } from "../../../actions";
import { FaultList } from "../../fault-list";
import { LessonForm } from "./lesson-form";

export const metadata: Metadata = { title: "Lesson" };

interface LessonPageProps {
  params: Promise<{ course: string; lesson: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A lesson of a draft: its Markdown, its statements, and how a learner will read what is saved. */
export default async function DraftLessonPage({ params, searchParams }: LessonPageProps) {
  const { course: slug, lesson: name } = await params;
  const { done } = await searchParams;
  const { text } = await readDraft(slug);
  const place = text.lessons.findIndex((one) => one.slug === name);
  const lesson = text.lessons[place];
  if (!lesson && name !== NEW) notFound();
  const own = lesson?.slug ?? `lesson-${randomUUID().slice(0, 8)}`;
  const faults = draftFaults(slug, text).filter((fault) => fault.lesson === name);
  return (
    <>
      <DraftBreadcrumbs course={slug} title={text.title} />
      {done === "saved" ? (
        <Notice kind="success" title="Saved in the draft">
          <p>
            <a href="#preview">See it as learners will</a>. It is published with the rest of the
            draft.
          </p>
        </Notice>
      ) : null}
      <PageHeading title={lesson ? `Lesson ${place + 1}: ${lesson.title}` : "A new lesson"} />
      {done === "saved" ? <FaultList course={slug} faults={faults} /> : null}
      <div className="grid gap-8 lg:grid-cols-2">
        <LessonForm
          action={editLessonAction.bind(null, slug, own)}
          seen={markOf(lesson)}
          lesson={lesson ? { ...lesson, body: unwrap(lesson.body) } : undefined}
          cancelHref={draftHref(slug)}
        />
        {lesson ? (
          <Card id="preview" title="As learners read it" className="self-start lg:sticky lg:top-4">
            <p className="mb-4 text-ink-2 text-sm">
              What is saved. Children’s services of the reader’s borough stand where the lesson asks
              for them.
            </p>
            <LessonBody body={lesson.body} frontDoor={null} under={2} />
          </Card>
        ) : null}
      </div>
      {lesson && text.lessons.length > 1 ? (
        <div className="mt-8">
          <Details summary="Take this lesson out">
            <p className="mb-3 max-w-read">
              Its practice question goes with it. Its final questions and scenarios belong to the
              lesson {place > 0 ? "before" : "after"} it then.
            </p>
            <PressForm
              action={dropLessonAction.bind(null, slug, own)}
              seen={markOf(lesson)}
              button="Take the lesson out"
              variant="ghost"
            />
          </Details>
        </div>
      ) : null}
    </>
  );
}
