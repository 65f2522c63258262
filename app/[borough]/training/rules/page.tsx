import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/section-heading";
import { listRules } from "@/lib/assignments/rule-queries";
import { requireBorough } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { RuleTable } from "./_parts/rule-table";

export const metadata: Metadata = { title: "Rules for training" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function RulesPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const rules = await asViewer(viewer, (ctx) => listRules(ctx));
  const path = `/${borough}/training/rules`;
  const inForce = rules.filter((rule) => rule.endedOn === null);
  const ended = rules.filter((rule) => rule.endedOn !== null);
  return (
    <>
      <DoneNotice done={textOf(query, "done")} />
      <Breadcrumbs items={[{ href: `/${borough}/training`, label: "Training" }]} />
      <PageHeading
        title="Rules for training"
        lede="A rule asks every enrolled business of a kind for a course: those there are today, and each that enrols or becomes of that kind later. What is asked by hand stays as it is."
        tools={
          inForce.length > 0 ? (
            <LinkButton href={`${path}/add`} variant="ghost">
              Add a rule
            </LinkButton>
          ) : undefined
        }
      />
      {inForce.length === 0 ? (
        <EmptyState
          title="No rule is in force"
          action={<LinkButton href={`${path}/add`}>Add a rule</LinkButton>}
        >
          <p>Without one, each business that enrols is asked for its courses by hand.</p>
        </EmptyState>
      ) : (
        <RuleTable path={path} caption="Rules in force" rows={inForce} />
      )}
      {ended.length > 0 ? (
        <section className="mt-8">
          <SectionHeading title="Rules that have ended" />
          <RuleTable
            path={path}
            caption="Rules that have ended, and who is still asked"
            rows={ended}
          />
        </section>
      ) : null}
    </>
  );
}
