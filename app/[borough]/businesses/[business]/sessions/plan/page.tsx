import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PlanForm } from "@/app/_sessions/plan-form";
import { readOrNotFound } from "@/app/[borough]/_page/read";
import { EmptyState } from "@/components/layout/empty-state";
import { listAskedCourses } from "@/lib/group-sessions/queries";
import { type BusinessPageProps, FormFrame, openBusiness } from "../../_parts/frame";
import { planSessionAction } from "../actions";

export const metadata: Metadata = { title: "Plan a group session" };

export default async function PlanPage(props: BusinessPageProps) {
  const { borough, id, row, back, viewer, today } = await openBusiness(props);
  const courses = await readOrNotFound(viewer, (ctx) => listAskedCourses(ctx, id));
  return (
    <FormFrame borough={borough} back={back} name={row.name} title="Plan a group session">
      {courses.length === 0 ? (
        <EmptyState title="No course is asked of this business">
          Assign a course first: then it can be taken together.
        </EmptyState>
      ) : (
        <PlanForm
          action={planSessionAction.bind(null, borough, id)}
          idempotencyKey={randomUUID()}
          cancelHref={`${back}/sessions`}
          businessId={id}
          courses={courses}
          today={today}
        />
      )}
    </FormFrame>
  );
}
