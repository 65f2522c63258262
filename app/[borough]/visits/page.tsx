import type { Metadata } from "next";
import { idsOf, textOf } from "@/app/[borough]/_page/read";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { Pager } from "@/components/layout/pager";
import { LinkButton } from "@/components/ui/button";
import { Filters, FilterTags, SelectFilter } from "@/components/ui/filters";
import { TabsLinks } from "@/components/ui/tabs-links";
import { requireBorough } from "@/lib/auth/current";
import { listTeam } from "@/lib/auth/team";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { plural } from "@/lib/format";
import {
  countVisits,
  listVisits,
  listWards,
  VISIT_VIEWS,
  type VisitFilter,
  type VisitView,
} from "@/lib/visits/queries";
import { DoneVisit } from "./_parts/done-visit";
import { Unsent } from "./_parts/unsent";
import { nameOf, VisitTable } from "./_parts/visit-table";

export const metadata: Metadata = { title: "Visits" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

const LABELS: Record<VisitView, string> = { planned: "Planned", overdue: "Overdue", done: "Done" };
/** The value of the filter for businesses whose ward nobody knows. */
const NO_WARD = "-";

const EMPTY: Record<VisitView, { title: string; text: string }> = {
  planned: {
    title: "No visit is planned",
    text: "Start from tonight’s list, or tick businesses on the list of businesses.",
  },
  overdue: {
    title: "No visit is overdue",
    text: "A planned visit appears here when its day has gone by.",
  },
  done: {
    title: "No visit has been recorded",
    text: "A visit is recorded at the door, on a phone.",
  },
};

export default async function VisitsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const path = `/${borough}/visits`;
  const [officer = null] = idsOf(query, "officer");
  const ward = textOf(query, "ward") || null;
  const view = VISIT_VIEWS.find((each) => each === textOf(query, "view")) ?? "planned";
  const filter: VisitFilter = { view, officer, ward: ward === NO_WARD ? "" : ward };
  const [after = null] = idsOf(query, "after");
  const team = await listTeam(viewer);
  const { today, counts, page, wards } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    counts: await countVisits(ctx, filter),
    page: await listVisits(ctx, filter, after),
    wards: await listWards(ctx),
  }));
  const names = new Map(team.map((member) => [member.userId, member.name]));
  const href = (change: Record<string, string | null>) => {
    const pairs = Object.entries({ view, officer, ward, ...change });
    const set = pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
    return `${path}?${new URLSearchParams(set)}`;
  };
  const wardLabel = ward === NO_WARD ? "Ward not known" : (ward ?? "");

  return (
    <>
      <DoneVisit done={textOf(query, "done")} />
      <Unsent userId={viewer.userId} />
      <PageHeading
        title="Visits"
        lede="Who goes where and when, and what came of it. Posters and records count only once they were seen on a visit."
        tools={
          <>
            <LinkButton href={`${path}/tonight`}>Tonight’s list</LinkButton>
            <LinkButton href={`${path}/plan`} variant="ghost">
              Plan visits
            </LinkButton>
          </>
        }
      />
      <TabsLinks
        label="Which visits"
        current={href({})}
        items={VISIT_VIEWS.map((each) => ({
          href: href({ view: each }),
          label: LABELS[each],
          count: counts[each],
        }))}
      />
      <Filters action={path}>
        <input type="hidden" name="view" value={view} />
        <SelectFilter
          name="officer"
          label={view === "done" ? "Who went" : "Who goes"}
          defaultValue={officer ?? ""}
          options={[
            { value: "", label: "Everybody" },
            ...team.map((member) => ({ value: member.userId, label: member.name })),
          ]}
        />
        <SelectFilter
          name="ward"
          label="Ward"
          defaultValue={ward ?? ""}
          options={[
            { value: "", label: "All wards" },
            ...wards.map((each) => ({ value: each, label: each })),
            { value: NO_WARD, label: "Not known" },
          ]}
        />
      </Filters>
      <FilterTags
        clearHref={`${path}?view=${view}`}
        tags={[
          ...(officer
            ? [{ label: nameOf(names, officer), removeHref: href({ officer: null }) }]
            : []),
          ...(ward ? [{ label: wardLabel, removeHref: href({ ward: null }) }] : []),
        ]}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={EMPTY[view].title}>
          <p>{EMPTY[view].text}</p>
        </EmptyState>
      ) : (
        <>
          <VisitTable borough={borough} view={view} rows={page.rows} today={today} names={names} />
          <Pager
            nextHref={page.nextAfter ? href({ after: page.nextAfter }) : undefined}
            shownText={`${plural(page.rows.length, "visit", "visits")} of ${counts[view]}`}
          />
        </>
      )}
    </>
  );
}
