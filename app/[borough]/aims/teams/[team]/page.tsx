import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { idOrNotFound, readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { TaskList } from "@/components/ui/task-list";
import { getTeam } from "@/lib/aims/settings-queries";
import { listBusinessAssignments } from "@/lib/assignments/queries";
import { requireBorough } from "@/lib/auth/current";
import { getStaffCounts } from "@/lib/businesses/detail-queries";
import type { Params } from "@/lib/businesses/filters";
import { isInScope } from "@/lib/businesses/model";
import { formatDate, formatNumber } from "@/lib/format";

export const metadata: Metadata = { title: "Council team" };

interface PageProps {
  params: Promise<{ borough: string; team: string }>;
  searchParams: Promise<Params>;
}

/** One of the council's own teams; its people join and learn on the pages that businesses use. */
export default async function TeamPage({ params, searchParams }: PageProps) {
  const { borough, team: teamId } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(teamId);
  const { team, counts, assignments } = await readOrNotFound(viewer, async (ctx) => ({
    team: await getTeam(ctx, id),
    counts: await getStaffCounts(ctx, id),
    assignments: await listBusinessAssignments(ctx, id),
  }));
  const path = `/${borough}/businesses/${id}`;
  const [asked] = assignments;
  const isOpen = isInScope(team.stage);

  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <Breadcrumbs
        items={[
          { href: `/${borough}/aims`, label: "Borough actions" },
          { href: `/${borough}/aims/teams`, label: "Council teams" },
        ]}
      />
      <PageHeading
        title={team.name}
        caption="Council team"
        lede={`${team.address}, ${team.postcode}`}
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <section>
          <SectionHeading title="People" />
          <SummaryList
            rows={[
              {
                label: "Work there",
                value: formatNumber(team.headcount),
                ...(isOpen ? { change: { href: `${path}/headcount` } } : {}),
              },
              {
                label: "Listed and confirmed",
                value: formatNumber(counts.confirmed),
                change: { href: `${path}/staff`, label: "Counts and names" },
              },
              {
                label: "Briefed",
                value: `${formatNumber(team.trained)} of ${formatNumber(team.headcount)}`,
              },
            ]}
          />
        </section>
        <section>
          <SectionHeading title="What it takes" />
          {isOpen ? (
            <TaskList
              items={[
                {
                  title: "Invite somebody to manage the team’s list",
                  href: `${path}/invite`,
                  hint: "They show colleagues the code to join with, and confirm them.",
                  done: team.stage === "enrolled",
                  status:
                    team.stage === "enrolled"
                      ? "Done"
                      : team.stage === "invited"
                        ? "Invited"
                        : "Not invited",
                },
                {
                  title: "Ask the team for the briefing",
                  href: `/${borough}/training/assign?business=${id}`,
                  hint: asked
                    ? `${asked.courseTitle}, by ${formatDate(asked.dueOn)}`
                    : "Choose the course and a date.",
                  done: asked !== undefined,
                  status: asked ? "Asked" : "Not asked",
                },
                {
                  title: "Close the team when it is dissolved",
                  href: `${path}/close`,
                  hint: "Its people then count no more.",
                  done: false,
                  tone: "off",
                  status: "Only if needed",
                },
              ]}
              hideCount
            />
          ) : (
            <p>This team is closed: its people count in no figure.</p>
          )}
        </section>
      </div>
    </>
  );
}
