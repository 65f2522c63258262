import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { SectionHeading } from "@/components/ui/section-heading";
import { TaskList } from "@/components/ui/task-list";
import { listBusinessAssignments } from "@/lib/assignments/queries";
import { asViewer } from "@/lib/command";
import { countStaff } from "@/lib/people/queries";
import { listCoursesOf, listMeasureCounts } from "@/lib/people/standing-queries";
import { Asked } from "./_home/asked";
import { Standing } from "./_home/standing";
import { tasksOf } from "./_home/tasks";
import { DoneNotice } from "./_parts/done-notice";
import { openBusiness } from "./_parts/open";

export const metadata: Metadata = { title: "Your business" };

interface HomePageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function BusinessHomePage({ params, searchParams }: HomePageProps) {
  const { viewer, business } = await openBusiness(params);
  const { id } = business;
  const facts = await asViewer(viewer, async (ctx) => ({
    counts: await countStaff(ctx, id),
    own: viewer.staffId ? await listCoursesOf(ctx, id, viewer.staffId) : null,
    measures: await listMeasureCounts(ctx, id),
    asked: await listBusinessAssignments(ctx, id),
    today: ctx.today,
  }));
  const enrolled = business.stage === "enrolled";
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading
        title={business.name}
        caption="Operation Make Safe"
        lede="What your borough asks of you, and how far you have come."
      />
      {enrolled ? null : <NotEnrolled stage={business.stage} />}
      <div className="mb-10 grid gap-x-8 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="tasks">
          <SectionHeading id="tasks" title="What to do" />
          <TaskList items={tasksOf({ business, ...facts })} />
        </section>
        <section aria-labelledby="standing">
          <SectionHeading
            id="standing"
            title="How you stand"
            lede="Counted at the end of this month. The police see numbers, never names."
          />
          <Standing
            staffHref={`/business/${id}/staff`}
            enrolled={enrolled}
            headcount={business.headcount}
            measures={facts.measures}
          />
        </section>
      </div>
      <section aria-labelledby="asked">
        <SectionHeading id="asked" title="Courses you are asked to complete" />
        {facts.asked.length === 0 ? (
          <EmptyState title="No course is asked of you yet">
            Your borough's licensing team chooses the courses and the date. They appear here.
          </EmptyState>
        ) : (
          <Asked rows={facts.asked} />
        )}
      </section>
    </>
  );
}

function NotEnrolled({ stage }: { stage: string }) {
  const title =
    stage === "closed"
      ? "Your borough has recorded this business as closed"
      : "Your borough does not count this business as enrolled at the moment";
  return (
    <Notice kind="warning" title={title}>
      If this is wrong, tell its licensing team. Until then nothing here is counted.
    </Notice>
  );
}
