import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { compareTexts } from "@/lib/authoring/compare";
import { markOf } from "@/lib/authoring/mark";
import { plural } from "@/lib/format";
import { draftHref } from "../../../_parts/addresses";
import { DraftBreadcrumbs } from "../../../_parts/draft-breadcrumbs";
import { PressForm } from "../../../_parts/press-form";
import { readDraft } from "../../../_parts/read-draft";
import { discardDraftAction } from "../../actions";

export const metadata: Metadata = { title: "Throw the draft away" };

interface DiscardPageProps {
  params: Promise<{ course: string }>;
}

export default async function DiscardPage({ params }: DiscardPageProps) {
  const { course: slug } = await params;
  const { text, published } = await readDraft(slug);
  const changes = compareTexts(published, text).length;
  return (
    <>
      <DraftBreadcrumbs course={slug} title={text.title} />
      <PageHeading
        title="Throw the draft away?"
        lede={`${plural(changes, "changed part is", "changed parts are")} lost and cannot be brought back. What is published stays as it is.`}
      />
      <PressForm
        action={discardDraftAction.bind(null, slug)}
        button="Throw the draft away"
        seen={markOf(text)}
        variant="danger"
      />
      <p className="mt-4">
        <AppLink href={draftHref(slug)}>Keep it</AppLink>
      </p>
    </>
  );
}
