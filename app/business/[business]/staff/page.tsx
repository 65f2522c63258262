import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { LinkButton } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { TabsLinks } from "@/components/ui/tabs-links";
import { isUuid } from "@/lib/auth/ids";
import { asViewer } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { plural } from "@/lib/format";
import { STAFF_STATE_LABELS, STAFF_STATES, type StaffState } from "@/lib/people/model";
import { countStaff, listStaff } from "@/lib/people/queries";
import { listCoursesOf } from "@/lib/people/standing-queries";
import { DoneNotice } from "../_parts/done-notice";
import { openBusiness } from "../_parts/open";
import { StaffTable } from "./staff-table";

export const metadata: Metadata = { title: "Staff" };

interface StaffPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const EMPTY: Record<StaffState, { title: string; text: string }> = {
  working: {
    title: "Nobody is on the list yet",
    text: "Show your staff the code: they join on their own phone with their name and a PIN, and you confirm them here. Or add them yourself from a list.",
  },
  waiting: {
    title: "Nobody is waiting",
    text: "Everybody who joined with the code has been confirmed or removed.",
  },
  left: { title: "Nobody has left", text: "People whose leaving you record are listed here." },
};

export default async function StaffPage({ params, searchParams }: StaffPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { show, after, done } = await searchParams;
  const state = STAFF_STATES.find((each) => each === show) ?? "working";
  const from = typeof after === "string" && isUuid(after) ? after : null;
  const page = await asViewer(viewer, async (ctx) => ({
    counts: await countStaff(ctx, business.id),
    staff: await listStaff(ctx, business.id, state, from),
    courses: await listCoursesOf(ctx, business.id, null),
    today: ctx.today,
  }));
  const { counts, staff, today } = page;
  // Another course may count as well; it is shown where somebody holds it, or it is asked.
  const courses = page.courses.filter(
    ({ courseSlug, dueOn }) =>
      dueOn !== null ||
      staff.rows.some((row) => row.held.some((held) => held.courseSlug === courseSlug)),
  );
  const home = `/business/${business.id}`;
  const tab = (each: StaffState) => `${home}/staff?show=${each}`;
  const next = staff.nextAfter ? `${tab(state)}&after=${staff.nextAfter}` : undefined;
  return (
    <>
      <DoneNotice done={done} />
      <PageHeading
        title="Staff"
        lede="Who works here, and which courses they have passed. You see passes and dates, never answers or failed tries."
        tools={
          <span className="flex flex-wrap gap-3">
            <LinkButton href={`${home}/staff/add`}>Add people</LinkButton>
            <LinkButton href={`${home}/join`} variant="ghost">
              Show the code for staff
            </LinkButton>
          </span>
        }
      />
      {counts.waiting > 0 ? (
        <Notice
          kind="info"
          title={`${plural(counts.waiting, "person waits", "people wait")} to be confirmed`}
        >
          They can learn already, and count once you have confirmed that they work here.{" "}
          <AppLink href={`${home}/staff/confirm`}>Confirm who has joined</AppLink>
        </Notice>
      ) : null}
      <TabsLinks
        label="Staff"
        current={tab(state)}
        items={STAFF_STATES.map((each) => ({
          href: tab(each),
          label: STAFF_STATE_LABELS[each],
          count: counts[each],
        }))}
      />
      {staff.rows.length === 0 ? (
        <EmptyState title={EMPTY[state].title}>{EMPTY[state].text}</EmptyState>
      ) : (
        <>
          <StaffTable
            home={home}
            state={state}
            rows={staff.rows}
            courses={courses}
            today={today}
            soon={addDays(today, 60)}
          />
          <Pager
            previousHref={from ? tab(state) : undefined}
            nextHref={next}
            shownText={`Showing ${staff.rows.length} of ${plural(counts[state], "person", "people")}`}
          />
        </>
      )}
    </>
  );
}
