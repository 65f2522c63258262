import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { getCourseHistory, listLibraryEvents } from "@/lib/authoring/queries";
import { londonDate } from "@/lib/dates";
import { formatDate, formatMoment } from "@/lib/format";
import { draftHref, libraryHref } from "../_parts/addresses";
import { PressForm } from "../_parts/press-form";
import { readLibrary } from "../_parts/read-draft";
import { startDraftAction } from "./actions";
import { EventList } from "./event-list";

export const metadata: Metadata = { title: "Course" };

interface CoursePageProps {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One course: what is published, its older versions, and the way into its draft. */
export default async function LibraryCoursePage({ params, searchParams }: CoursePageProps) {
  const { course: slug } = await params;
  const { done, version } = await searchParams;
  const { course, events } = await readLibrary(async (ctx) => ({
    course: await getCourseHistory(ctx, slug),
    events: await listLibraryEvents(ctx, slug),
  }));
  const { draft, versions, lessons } = course;
  return (
    <>
      <Breadcrumbs items={[{ href: libraryHref, label: "Course library" }]} />
      {done === "published" ? (
        <Notice kind="success" title={`Version ${version} is published`}>
          <p>
            Whoever starts the course now learns from it. Those who have begun finish the version
            they began with.
          </p>
        </Notice>
      ) : null}
      {done === "discarded" ? (
        <Notice kind="success" title="The draft is thrown away">
          <p>What is published stays as it is.</p>
        </Notice>
      ) : null}
      <PageHeading title={course.title} lede={course.summary} />
      <Card title={draft ? "A draft of the next version" : "Change this course"} className="mb-8">
        {draft ? (
          <>
            <p className="mb-4 max-w-read">
              Begun from version {draft.basedOn}. Last changed by{" "}
              {draft.byMe ? "you" : "a colleague"} on {formatMoment(draft.changedAt)}. Nobody
              outside the programme team sees it.
            </p>
            <LinkButton href={draftHref(slug)}>Go on with the draft</LinkButton>
          </>
        ) : (
          <>
            <p className="mb-4 max-w-read">
              A draft begins with the words of the newest version. Nobody outside the programme team
              sees it before you publish it, and a published version never changes.
            </p>
            <PressForm action={startDraftAction.bind(null, slug)} button="Start a draft" />
          </>
        )}
      </Card>
      <section className="mb-8">
        <SectionHeading title="Versions" />
        <DataTable
          caption="Published versions, the newest first"
          hideCaption
          rowKey={(row) => row.id}
          rows={versions}
          columns={[
            {
              key: "number",
              header: "Version",
              rowHeader: true,
              cell: (row) => `Version ${row.number}`,
            },
            {
              key: "published",
              header: "Published",
              cell: (row) => formatDate(londonDate(row.publishedAt)),
            },
            {
              key: "what",
              header: "What changed",
              cell: (row) =>
                row.whatChanged ?? (row.fromFile ? "Came with the portal" : "Nothing was written"),
            },
            {
              key: "material",
              header: "People told",
              cell: (row) =>
                row.material ? (
                  <Tag tone="due">Asked to read what changed</Tag>
                ) : (
                  <Tag tone="off">No</Tag>
                ),
            },
          ]}
        />
      </section>
      <section className="mb-8">
        <SectionHeading title="Lessons of the newest version" />
        <ol className="list-decimal space-y-1 pl-6">
          {lessons.map((lesson) => (
            <li key={lesson.position}>
              {lesson.title} <span className="text-ink-2 text-sm">({lesson.minutes} minutes)</span>
            </li>
          ))}
        </ol>
      </section>
      <EventList events={events} />
    </>
  );
}
