import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { textOf } from "@/app/[borough]/_page/read";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/section-heading";
import { PREPARE_MEASURES } from "@/lib/aims/model";
import {
  findCallHandlers,
  listDoneActions,
  listMetNow,
  listOpenActions,
  listSectorRegisters,
} from "@/lib/aims/queries";
import { listTeams } from "@/lib/aims/settings-queries";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { listSectors } from "@/lib/sectors/queries";
import { DoneActions, OpenActions } from "./_parts/action-table";
import { colleaguesOf, nameActions } from "./_parts/open";
import { prepareRows } from "./_parts/prepare-rows";
import { PrepareTable } from "./_parts/prepare-table";

export const metadata: Metadata = { title: "Borough actions" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function AimsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const path = `/${borough}/aims`;
  const mayPlan = may(viewer.role, "action.plan");
  const colleagues = await colleaguesOf(viewer);
  const { today, sectors, met, handlers, ...rest } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    sectors: await listSectors(ctx),
    met: await listMetNow(ctx),
    handlers: await findCallHandlers(ctx),
    registers: await listSectorRegisters(ctx),
    teams: await listTeams(ctx),
    open: await listOpenActions(ctx),
    done: await listDoneActions(ctx),
  }));
  const open = nameActions(rest.open, sectors, colleagues);
  const done = nameActions(rest.done, sectors, colleagues);
  const rows = prepareRows({ ...rest, path, today, mayPlan, met, open, done });
  const inDate = PREPARE_MEASURES.filter((measure) => met[measure]).length;

  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <PageHeading
        title="Borough actions"
        lede={`What the borough itself has in place. ${inDate} of ${PREPARE_MEASURES.length} required actions are in date: that is Prepare.`}
        tools={
          <>
            <LinkButton href={`${path}/teams`} variant="ghost">
              Council teams
            </LinkButton>
            {mayPlan ? <LinkButton href={`${path}/plan`}>Plan an action</LinkButton> : null}
          </>
        }
      />
      <section>
        <SectionHeading title="Prepare" />
        <PrepareTable path={path} caption="Prepare: what must be in place" rows={rows} />
        {mayPlan ? null : (
          <p className="mt-3 text-ink-2">
            An administrator of the borough plans and records these.
          </p>
        )}
      </section>
      <section className="mt-9">
        <SectionHeading
          title="Pursue: call handlers"
          lede="Police confirm here that those who answer 101 have had the specialist training. It counts for 12 months."
        />
        <PrepareTable
          path={path}
          caption="Pursue: what police confirm"
          rows={[
            {
              measure: "call_handlers",
              met: met.call_handlers ?? null,
              now: handlers
                ? `Confirmed by police on ${formatDate(handlers.confirmedOn)}`
                : "Not confirmed by police yet",
              evidence: null,
              next: undefined,
              planHref: undefined,
            },
          ]}
        />
      </section>
      <section className="mt-9">
        <SectionHeading title="To do" />
        {open.length === 0 ? (
          <EmptyState
            title="No action is planned"
            action={
              mayPlan ? <LinkButton href={`${path}/plan`}>Plan an action</LinkButton> : undefined
            }
          >
            <p>An action has an owner and a due date, and its owner is reminded by e-mail.</p>
          </EmptyState>
        ) : (
          <OpenActions path={path} caption="Actions by due date" rows={open} today={today} />
        )}
      </section>
      {done.length === 0 ? null : (
        <section className="mt-9">
          <SectionHeading title="Done" />
          <DoneActions path={path} caption="What was done, the newest first" rows={done} />
        </section>
      )}
    </>
  );
}
