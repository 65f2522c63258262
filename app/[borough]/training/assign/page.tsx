import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { textOf } from "@/app/[borough]/_page/read";
import { ChosenList } from "@/app/[borough]/businesses/_list/chosen-list";
import { listHref, listSelected, readSelection } from "@/app/[borough]/businesses/_list/selection";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/section-heading";
import { USUAL_DAYS } from "@/lib/assignments/model";
import { listCourseChoices } from "@/lib/assignments/queries";
import { MOST_BUSINESSES } from "@/lib/assignments/schema";
import { requireBorough } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { isInScope } from "@/lib/businesses/model";
import { asViewer } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { formatNumber, plural } from "@/lib/format";
import { assignTrainingAction } from "./actions";
import { AssignForm } from "./assign-form";

export const metadata: Metadata = { title: "Assign training" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function AssignPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const selection = readSelection(query);
  const { courses, chosen, today } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    courses: await listCourseChoices(ctx),
    chosen: await listSelected(ctx, selection, MOST_BUSINESSES),
  }));
  const businesses = chosen.filter((row) => isInScope(row.stage)).slice(0, MOST_BUSINESSES);
  const leftOut = chosen.filter((row) => !isInScope(row.stage)).length;
  const [only] = selection.ids.length === 1 ? businesses : [];
  const back = only ? `/${borough}/businesses/${only.id}` : listHref(borough, query);
  const asked = textOf(query, "course");

  return (
    <>
      <Breadcrumbs items={[{ href: back, label: only ? only.name : "Businesses" }]} />
      <PageHeading
        title="Assign training"
        lede={
          businesses.length > 0
            ? `Ask ${plural(businesses.length, "business", "businesses")} to complete a course by a date.`
            : undefined
        }
      />
      {leftOut > 0 ? (
        <Notice kind="info" title={`Without ${plural(leftOut, "business", "businesses")}`}>
          They are closed or left out of the figures.
        </Notice>
      ) : null}
      {chosen.length > MOST_BUSINESSES ? (
        <Notice kind="info" title={`The first ${formatNumber(MOST_BUSINESSES)}, by name`}>
          Training is assigned to {formatNumber(MOST_BUSINESSES)} businesses at a time. Narrow the
          list, by sector for example, to reach the rest.
        </Notice>
      ) : null}
      {businesses.length === 0 ? (
        <EmptyState
          title="You have not ticked any business"
          action={<LinkButton href={back}>Back to the list</LinkButton>}
        >
          <p>Tick businesses on the list, then choose “Assign training”.</p>
        </EmptyState>
      ) : courses.length === 0 ? (
        <EmptyState title="There is no course to assign yet">
          <p>The programme team publishes the courses.</p>
        </EmptyState>
      ) : (
        <div className="grid gap-8 lg:grid-cols-2">
          <AssignForm
            action={assignTrainingAction.bind(null, borough, only?.id ?? null)}
            idempotencyKey={randomUUID()}
            businessIds={businesses.map((row) => row.id)}
            courses={courses}
            courseSlug={courses.some((course) => course.slug === asked) ? asked : ""}
            audience={courses.find((course) => course.slug === asked)?.audience ?? "all_staff"}
            dueOn={addDays(today, USUAL_DAYS)}
            button={`Assign to ${plural(businesses.length, "business", "businesses")}`}
            cancelHref={back}
          />
          <section>
            <SectionHeading title={plural(businesses.length, "business", "businesses")} />
            <ChosenList borough={borough} businesses={businesses} />
          </section>
        </div>
      )}
    </>
  );
}
