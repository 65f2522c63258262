import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { compareTexts } from "@/lib/authoring/compare";
import { draftFaults } from "@/lib/authoring/faults";
import { markOf } from "@/lib/authoring/mark";
import { plural } from "@/lib/format";
import { compareHref, draftHref } from "../../../_parts/addresses";
import { DraftBreadcrumbs } from "../../../_parts/draft-breadcrumbs";
import { readDraft } from "../../../_parts/read-draft";
import { publishDraftAction } from "../../actions";
import { FaultList } from "../fault-list";
import { NewerVersion } from "../newer-version";
import { PublishForm } from "./publish-form";

export const metadata: Metadata = { title: "Publish" };

interface PublishPageProps {
  params: Promise<{ course: string }>;
}

/** The last look before a draft becomes a version that never changes. */
export default async function PublishPage({ params }: PublishPageProps) {
  const { course: slug } = await params;
  const { text, published, basedOn, newest } = await readDraft(slug);
  const faults = draftFaults(slug, text);
  const changes = compareTexts(published, text);
  const final = text.questions.filter((one) => one.use === "final");
  const changed = new Set(changes.map((change) => change.key));
  const isChanged = (id: string) => changed.has(`question ${id}`);
  return (
    <>
      <DraftBreadcrumbs course={slug} title={text.title} />
      <PageHeading
        title={`Publish version ${newest + 1}`}
        lede={
          changes.length > 0 ? (
            <>
              {plural(changes.length, "part differs", "parts differ")} from version {newest}:{" "}
              <AppLink href={compareHref(slug)}>compare them</AppLink>. A published version never
              changes; the next one is published beside it.
            </>
          ) : undefined
        }
      />
      <NewerVersion basedOn={basedOn} newest={newest} />
      {changes.length === 0 ? (
        <EmptyState
          title="There is nothing to publish"
          action={<LinkButton href={draftHref(slug)}>Back to the draft</LinkButton>}
        >
          The draft says, word for word, what is published.
        </EmptyState>
      ) : faults.length > 0 ? (
        <FaultList course={slug} faults={faults} />
      ) : (
        <PublishForm
          action={publishDraftAction.bind(null, slug)}
          seen={markOf(text)}
          newest={newest}
          questions={[...final]
            .sort((a, b) => Number(isChanged(b.id)) - Number(isChanged(a.id)))
            .map(({ id, prompt }) => ({
              value: id,
              label: isChanged(id) ? `Changed: ${prompt}` : prompt,
            }))}
          cancelHref={draftHref(slug)}
        />
      )}
    </>
  );
}
