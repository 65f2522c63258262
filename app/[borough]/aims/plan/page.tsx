import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { ACTION_KINDS, KIND_WORDS } from "@/lib/aims/model";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { addDays } from "@/lib/dates";
import { listSectors } from "@/lib/sectors/queries";
import { colleaguesOf } from "../_parts/open";
import { planActionAction } from "./actions";
import { PlanForm } from "./plan-form";
import { TaskChoices } from "./task-choices";

export const metadata: Metadata = { title: "Plan an action" };

const USUAL_DAYS = 28;

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

/** First what is to be done, then by when and by whom: the kind is in the address. */
export default async function PlanPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  if (!may(viewer.role, "action.plan")) notFound();
  const asked = textOf(await searchParams, "kind");
  const kind = ACTION_KINDS.find((each) => each === asked);
  const path = `/${borough}/aims`;
  if (!kind) {
    return (
      <>
        <Breadcrumbs items={[{ href: path, label: "Borough actions" }]} />
        <PageHeading title="Plan an action" lede="What is to be done?" />
        <TaskChoices path={`${path}/plan`} />
      </>
    );
  }
  const colleagues = await colleaguesOf(viewer);
  const { today, sectors } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    sectors: await listSectors(ctx),
  }));
  return (
    <>
      <Breadcrumbs
        items={[
          { href: path, label: "Borough actions" },
          { href: `${path}/plan`, label: "Plan an action" },
        ]}
      />
      <PageHeading
        title={KIND_WORDS[kind].label}
        caption="Plan an action"
        lede={KIND_WORDS[kind].task}
      />
      <PlanForm
        action={planActionAction.bind(null, borough, kind)}
        idempotencyKey={randomUUID()}
        kind={kind}
        ownerId={viewer.userId}
        dueOn={addDays(today, USUAL_DAYS)}
        colleagues={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
        sectors={sectors.map(({ code, pluralLabel }) => ({ value: code, label: pluralLabel }))}
        cancelHref={path}
      />
    </>
  );
}
