import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { draftFaults } from "@/lib/authoring/faults";
import { plural } from "@/lib/format";
import {
  aboutHref,
  compareHref,
  courseHref,
  discardHref,
  lessonHref,
  libraryHref,
  NEW,
  publishHref,
  questionHref,
} from "../../_parts/addresses";
import { readDraft } from "../../_parts/read-draft";
import { FaultList } from "./fault-list";
import { LessonList } from "./lesson-list";
import { NewerVersion } from "./newer-version";

export const metadata: Metadata = { title: "Draft" };

interface DraftPageProps {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const DONE: Record<string, string> = {
  about: "What the course says about itself is saved",
  "lesson-out": "The lesson is taken out",
  "question-out": "The question is taken out",
};

/** The draft as a whole: what keeps it from being published, its lessons and its questions. */
export default async function DraftPage({ params, searchParams }: DraftPageProps) {
  const { course: slug } = await params;
  const { done } = await searchParams;
  const { text, basedOn, newest } = await readDraft(slug);
  const faults = draftFaults(slug, text);
  const said = DONE[String(done)];
  return (
    <>
      <Breadcrumbs
        items={[
          { href: libraryHref, label: "Course library" },
          { href: courseHref(slug), label: text.title },
        ]}
      />
      {said ? <Notice kind="success" title={said} /> : null}
      <NewerVersion basedOn={basedOn} newest={newest} />
      <PageHeading
        caption="Draft of the next version"
        title={text.title}
        lede={text.summary}
        tools={
          <>
            <LinkButton href={compareHref(slug)} variant="ghost">
              Compare with version {newest}
            </LinkButton>
            <LinkButton href={publishHref(slug)}>Publish…</LinkButton>
          </>
        }
      />
      <FaultList course={slug} faults={faults} />
      <section className="mb-8">
        <SectionHeading
          title="About the course"
          more={<AppLink href={aboutHref(slug)}>Change</AppLink>}
          lede={`About ${plural(text.minutes, "minute", "minutes")}. ${text.writtenFor}`}
        />
        <ul className="list-disc space-y-1 pl-6">
          {text.outcomes.map((outcome) => (
            <li key={outcome}>{outcome}</li>
          ))}
        </ul>
      </section>
      <LessonList course={slug} text={text} />
      <p className="mb-8 flex flex-wrap gap-3">
        <LinkButton href={lessonHref(slug, NEW)} variant="ghost">
          Add a lesson
        </LinkButton>
        <LinkButton href={questionHref(slug, NEW)} variant="ghost">
          Add a question
        </LinkButton>
      </p>
      <p>
        <AppLink href={discardHref(slug)}>Throw this draft away</AppLink>
      </p>
    </>
  );
}
