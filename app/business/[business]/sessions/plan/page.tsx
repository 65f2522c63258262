import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PlanForm } from "@/app/_sessions/plan-form";
import { EmptyState } from "@/components/layout/empty-state";
import { asViewer } from "@/lib/command";
import { listAskedCourses } from "@/lib/group-sessions/queries";
import { FormPage } from "../../_parts/form-page";
import { openBusiness } from "../../_parts/open";
import { planSessionAction } from "../actions";

export const metadata: Metadata = { title: "Plan a group session" };

export default async function PlanPage({ params }: { params: Promise<{ business: string }> }) {
  const { viewer, business } = await openBusiness(params);
  const { courses, today } = await asViewer(viewer, async (ctx) => ({
    courses: await listAskedCourses(ctx, business.id),
    today: ctx.today,
  }));
  const home = `/business/${business.id}`;
  return (
    <FormPage
      back={[
        { href: home, label: "Home" },
        { href: `${home}/sessions`, label: "Group sessions" },
      ]}
      title="Plan a group session"
    >
      {courses.length === 0 ? (
        <EmptyState title="No course is asked of your business now">
          When your borough asks for one, you can take it together.
        </EmptyState>
      ) : (
        <PlanForm
          action={planSessionAction.bind(null, business.id)}
          idempotencyKey={randomUUID()}
          cancelHref={`${home}/sessions`}
          businessId={business.id}
          courses={courses}
          today={today}
        />
      )}
    </FormPage>
  );
}
