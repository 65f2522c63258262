import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { Filters, SelectFilter } from "@/components/ui/filters";
import { AppLink } from "@/components/ui/link";
import { requireBorough } from "@/lib/auth/current";
import { listTeam } from "@/lib/auth/team";
import type { Params } from "@/lib/businesses/filters";
import { FOLLOW_UPS } from "@/lib/businesses/follow-up-kinds";
import { asViewer } from "@/lib/command";
import { listDueActions, listWeek, type WeekFilter } from "@/lib/coverage/week-queries";
import { plural } from "@/lib/format";
import { assignFollowUpsAction } from "./actions";
import { DueActions } from "./due-actions";
import { HandOverForm } from "./hand-over-form";
import { WeekTable } from "./week-table";

export const metadata: Metadata = { title: "Officer’s week" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

const AFTER = /^\d{4}-\d\d-\d\d\|[0-9a-f-]{36}\|[a-z]+$/;

export default async function WeekPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const query = await searchParams;
  const members = await listTeam(viewer);
  const filter = readWeek(
    query,
    members.map((member) => member.userId),
  );
  const [today, week, actions] = await asViewer(viewer, (ctx) =>
    Promise.all([ctx.today, listWeek(ctx, borough, filter), listDueActions(ctx, borough)]),
  );
  const path = `/${borough}/week`;
  const kept = new URLSearchParams([
    ...(filter.kind ? [["kind", filter.kind]] : []),
    ...(filter.owner ? [["owner", filter.owner]] : []),
  ]);
  const names = new Map(members.map((member) => [member.userId, member.name]));
  return (
    <>
      <DoneNotice done={textOf(query, "done")} />
      <Breadcrumbs items={[{ href: `/${borough}`, label: "Dashboard" }]} />
      <PageHeading
        title="Officer’s week"
        lede={`${plural(week.total, "thing", "things")} to see to by the end of the next seven days, the longest waiting first.`}
      />
      <DueActions borough={borough} rows={actions} names={names} today={today} />
      <Filters action={path} submitLabel="Show">
        <SelectFilter
          name="kind"
          label="What"
          defaultValue={filter.kind ?? ""}
          options={[
            { value: "", label: "Everything" },
            ...FOLLOW_UPS.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
        <SelectFilter
          name="owner"
          label="Whose"
          defaultValue={filter.owner ?? ""}
          options={[
            { value: "", label: "Everybody’s" },
            { value: "nobody", label: "Nobody’s yet" },
            ...members.map(({ userId, name }) => ({
              value: userId,
              label: userId === viewer.userId ? `${name} (you)` : name,
            })),
          ]}
        />
      </Filters>
      {week.rows.length === 0 ? (
        <EmptyState title="Nothing here">
          <p>Nothing of this kind waits, now or in the next seven days.</p>
        </EmptyState>
      ) : (
        <HandOverForm
          action={assignFollowUpsAction.bind(null, borough)}
          idempotencyKey={randomUUID()}
          viewerId={viewer.userId}
          colleagues={members.map(({ userId, name }) => ({ value: userId, label: name }))}
        >
          <WeekTable borough={borough} rows={week.rows} names={names} today={today} />
        </HandOverForm>
      )}
      {week.next ? (
        <p className="mt-4 print:hidden">
          <AppLink href={`${path}?${new URLSearchParams([...kept, ["after", week.next]])}`}>
            Next page
          </AppLink>
        </p>
      ) : null}
    </>
  );
}

/** The filter in the address; what it does not know is left out. */
function readWeek(query: Params, members: readonly string[]): WeekFilter {
  const owner = textOf(query, "owner");
  const after = textOf(query, "after");
  return {
    kind: FOLLOW_UPS.find(({ id }) => id === textOf(query, "kind"))?.id ?? null,
    owner: owner === "nobody" || members.includes(owner) ? owner : null,
    after: AFTER.test(after) ? after : null,
  };
}
