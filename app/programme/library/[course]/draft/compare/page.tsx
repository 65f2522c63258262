import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { compareTexts } from "@/lib/authoring/compare";
import { plural } from "@/lib/format";
import { draftHref, publishHref } from "../../../_parts/addresses";
import { DraftBreadcrumbs } from "../../../_parts/draft-breadcrumbs";
import { readDraft } from "../../../_parts/read-draft";
import { PartCard } from "./part-card";

export const metadata: Metadata = { title: "Compare" };

interface ComparePageProps {
  params: Promise<{ course: string }>;
}

/** The draft beside the newest published version: every part that differs, word by word. */
export default async function ComparePage({ params }: ComparePageProps) {
  const { course: slug } = await params;
  const { text, published, newest } = await readDraft(slug);
  const changes = compareTexts(published, text);
  return (
    <>
      <DraftBreadcrumbs course={slug} title={text.title} />
      <PageHeading
        title={`The draft and version ${newest}`}
        lede={
          changes.length > 0
            ? `${plural(changes.length, "part differs", "parts differ")}. What is new is underlined, what goes is struck through.`
            : undefined
        }
        tools={<LinkButton href={publishHref(slug)}>Publish…</LinkButton>}
      />
      {changes.length === 0 ? (
        <EmptyState
          title="Nothing differs"
          action={<LinkButton href={draftHref(slug)}>Back to the draft</LinkButton>}
        >
          The draft says, word for word, what is published.
        </EmptyState>
      ) : (
        <div className="space-y-5">
          {changes.map((change) => (
            <PartCard key={change.key} change={change} />
          ))}
        </div>
      )}
    </>
  );
}
