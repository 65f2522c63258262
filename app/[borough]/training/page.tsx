import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { idsOf, textOf } from "@/app/[borough]/_page/read";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { LinkButton } from "@/components/ui/button";
import { Download } from "@/components/ui/download";
import { Filters, FilterTags, SelectFilter } from "@/components/ui/filters";
import { ASSIGNMENT_STATES, type AssignmentState } from "@/lib/assignments/model";
import { listAssignments, listCourseSummaries } from "@/lib/assignments/queries";
import { requireBorough } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { plural } from "@/lib/format";
import { AssignmentTable } from "./_parts/assignment-table";
import { CourseSummaries } from "./_parts/course-summaries";

export const metadata: Metadata = { title: "Training" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

const LABELS: Record<AssignmentState, string> = {
  overdue: "Overdue",
  open: "Open",
  met: "Met",
};

export default async function TrainingPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const path = `/${borough}/training`;
  const courseSlug = textOf(query, "course") || null;
  const state = ASSIGNMENT_STATES.find((each) => each === textOf(query, "state")) ?? null;
  const [after = null] = idsOf(query, "after");
  const { today, summaries, page } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    summaries: await listCourseSummaries(ctx),
    page: await listAssignments(ctx, { courseSlug, state }, after),
  }));
  const href = (change: Record<string, string | null>, to = path) => {
    const pairs = Object.entries({ course: courseSlug, state, ...change });
    const set = pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
    return set.length > 0 ? `${to}?${new URLSearchParams(set)}` : to;
  };
  const courseTitle = summaries.find((row) => row.courseSlug === courseSlug)?.courseTitle;

  return (
    <>
      <DoneNotice done={textOf(query, "done")} />
      <PageHeading
        title="Training"
        lede="What businesses are asked to complete, and by when. A business meets it when enough of its people hold a current certificate."
        tools={
          <LinkButton href={`/${borough}/businesses`} variant="ghost">
            Choose businesses to assign to
          </LinkButton>
        }
      />
      {summaries.length === 0 ? (
        <EmptyState
          title="No training is assigned yet"
          action={<LinkButton href={`/${borough}/businesses`}>Choose businesses</LinkButton>}
        >
          <p>Tick businesses on the list, then choose “Assign training”.</p>
        </EmptyState>
      ) : (
        <>
          <CourseSummaries path={path} rows={summaries} />
          <div className="mt-8">
            <Filters action={path}>
              <SelectFilter
                name="course"
                label="Course"
                defaultValue={courseSlug ?? ""}
                options={[
                  { value: "", label: "All courses" },
                  ...summaries.map((row) => ({ value: row.courseSlug, label: row.courseTitle })),
                ]}
              />
              <SelectFilter
                name="state"
                label="State"
                defaultValue={state ?? ""}
                options={[
                  { value: "", label: "All" },
                  ...ASSIGNMENT_STATES.map((each) => ({ value: each, label: LABELS[each] })),
                ]}
              />
            </Filters>
            <FilterTags
              clearHref={path}
              tags={[
                ...(courseSlug
                  ? [{ label: courseTitle ?? "Unknown course", removeHref: href({ course: null }) }]
                  : []),
                ...(state ? [{ label: LABELS[state], removeHref: href({ state: null }) }] : []),
              ]}
            />
            <AssignmentTable borough={borough} rows={page.rows} today={today} />
            <Pager
              nextHref={page.nextAfter ? href({ after: page.nextAfter }) : undefined}
              shownText={`${plural(page.rows.length, "assignment", "assignments")} on this page, the first due first`}
            />
            <div className="mt-4">
              <Download href={href({}, `/api/exports/${borough}/training`)} what="training" />
            </div>
          </div>
        </>
      )}
    </>
  );
}
