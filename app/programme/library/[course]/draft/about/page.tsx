import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { markOf } from "@/lib/authoring/mark";
import { aboutCourse } from "@/lib/authoring/parts";
import { draftHref } from "../../../_parts/addresses";
import { DraftBreadcrumbs } from "../../../_parts/draft-breadcrumbs";
import { readDraft } from "../../../_parts/read-draft";
import { editCourseAction } from "../../actions";
import { AboutForm } from "./about-form";

export const metadata: Metadata = { title: "About the course" };

interface AboutPageProps {
  params: Promise<{ course: string }>;
}

export default async function AboutPage({ params }: AboutPageProps) {
  const { course: slug } = await params;
  const { text } = await readDraft(slug);
  return (
    <>
      <DraftBreadcrumbs course={slug} title={text.title} />
      <PageHeading
        title="About the course"
        lede="What somebody reads before they start: keep it short and plain."
      />
      <AboutForm
        action={editCourseAction.bind(null, slug)}
        seen={markOf(aboutCourse(text))}
        about={aboutCourse(text)}
        lessons={text.lessons.map(({ slug: value, title }) => ({ value, label: title }))}
        cancelHref={draftHref(slug)}
      />
    </>
  );
}
