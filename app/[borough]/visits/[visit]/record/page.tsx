import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { idOrNotFound, readOrNotFound } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { requireBorough } from "@/lib/auth/current";
import { addDays } from "@/lib/dates";
import { listPracticeItems, listPracticeStates } from "@/lib/practices/queries";
import { ACTION_DAYS, MOST_DAYS_LATE } from "@/lib/visits/model";
import { getVisit } from "@/lib/visits/queries";
import { recordVisitAction } from "../../actions";
import { doorItems } from "./door-items";
import { RecordForm } from "./record-form";

export const metadata: Metadata = { title: "Record a visit" };

interface PageProps {
  params: Promise<{ borough: string; visit: string }>;
}

export default async function RecordVisitPage({ params }: PageProps) {
  const { borough, visit } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(visit);
  const { row, items, states, today } = await readOrNotFound(viewer, async (ctx) => {
    const found = await getVisit(ctx, id);
    return {
      row: found,
      items: await listPracticeItems(ctx, found.sector),
      states: await listPracticeStates(ctx, found.businessId),
      today: ctx.today,
    };
  });
  const back = `/${borough}/visits/${id}`;
  const settled = row.state !== "planned";
  return (
    <>
      <Breadcrumbs
        items={[
          { href: `/${borough}/visits`, label: "Visits" },
          { href: back, label: row.businessName },
        ]}
      />
      <PageHeading
        title="Record the visit"
        caption={row.businessName}
        lede={`${row.address}, ${row.postcode}. Record what you saw of the place and its papers, never anything about a person.`}
      />
      {settled ? (
        <Notice
          kind="info"
          title={
            row.state === "done" ? "This visit has been recorded" : "This visit was called off"
          }
        >
          <AppLink href={back}>See the visit</AppLink>. Anything you filled in on this phone and did
          not send stands below.
        </Notice>
      ) : null}
      <RecordForm
        action={recordVisitAction.bind(null, borough, id)}
        idempotencyKey={randomUUID()}
        userId={viewer.userId}
        visitId={id}
        businessName={row.businessName}
        path={`${back}/record`}
        backHref={back}
        items={doorItems(items, states)}
        today={today}
        earliest={addDays(today, -MOST_DAYS_LATE)}
        declared={row.declaredHeadcount}
        dueOn={addDays(today, ACTION_DAYS)}
        settled={settled}
      />
    </>
  );
}
