import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { placeOnPath } from "@/lib/training/model";
import { getMyRecord } from "@/lib/training/record-queries";
import { followWay, readWay } from "@/lib/training/scenario-model";
import { getScenario } from "@/lib/training/scenario-queries";
import { courseHref, first, lessonHref, scenarioHref } from "../../../../../_parts/addresses";
import { LearnPage } from "../../../../../_parts/learn-page";
import { readAsLearner } from "../../../../../_parts/learner";
import { Problem } from "../../../../../_parts/problem";
import { SupportForYou } from "../../../../../_parts/support";
import { EndingView } from "./ending-view";
import { SceneForm } from "./scene-form";
import { WhatCameOfIt } from "./what-came-of-it";

interface PageProps {
  params: Promise<{ business: string; record: string; scenario: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const readScenario = cache((business: string, recordId: string, id: string) =>
  readAsLearner(business, async (ctx) => {
    const record = await getMyRecord(ctx, recordId);
    return { record, scenario: await getScenario(ctx, record.versionId, id) };
  }),
);

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { business, record, scenario: id } = await params;
  const { view } = await readScenario(business, record, id);
  return { title: `${view.scenario.title} – ${view.record.course}` };
}

/** A story that goes on as the reader decides. It is practice: the way is in the address, nothing is kept. */
export default async function ScenarioPage({ params, searchParams }: PageProps) {
  const { business, record: recordId, scenario: id } = await params;
  const search = await searchParams;
  const { viewer, view } = await readScenario(business, recordId, id);
  const { record, scenario } = view;
  const here = scenarioHref(business, record.id, scenario.id);
  const asked = readWay(first(search.way));
  const choice = first(search.choice);
  if (choice !== undefined) {
    redirect(`${here}?way=${[...asked, Number(choice)].join("-")}#feedback`);
  }
  const { way, last, scene, ending } = followWay(scenario, asked);
  const missing = scene !== null && first(search.asked) === "1";
  const place = placeOnPath(record.path, scenario.lessonPosition) ?? record.lessons;
  return (
    <LearnPage
      quiet
      viewer={viewer}
      title={
        <>
          <AppLink href={courseHref(business, record.courseSlug)}>{record.course}</AppLink> · what
          would you do?
        </>
      }
    >
      {missing ? <Problem code="chosen" /> : null}
      <h1 className="mb-3">{scenario.title}</h1>
      {way.length === 0 ? (
        <p className="mb-4 text-ink-2">
          {scenario.summary} There is no mark, and nobody sees what you choose.
        </p>
      ) : null}
      <div>
        {last ? <WhatCameOfIt choice={last} /> : null}
        {scene ? <SceneForm scene={scene} way={way} missing={missing} /> : null}
        {ending ? <EndingView ending={ending} again={here} /> : null}
      </div>
      <nav aria-label="This story" className="mt-6 flex flex-wrap justify-between gap-3">
        {way.length > 0 ? (
          <LinkButton
            variant="ghost"
            className="min-h-11"
            href={`${here}?way=${way.slice(0, -1).join("-")}`}
          >
            Back one step
          </LinkButton>
        ) : null}
        <LinkButton
          variant={ending ? "primary" : "ghost"}
          className="min-h-11"
          href={lessonHref(business, record.id, place)}
        >
          Back to the lesson
        </LinkButton>
      </nav>
      <div className="mt-6 border-line border-t pt-4">
        <SupportForYou />
      </div>
    </LearnPage>
  );
}
