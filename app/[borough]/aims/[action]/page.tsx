import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { idOrNotFound, readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { ConfirmForm } from "@/app/[borough]/businesses/_forms/confirm-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { Details } from "@/components/ui/details";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { KIND_WORDS, organisationLabel } from "@/lib/aims/model";
import { getAction, listAttendance } from "@/lib/aims/queries";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import type { Params } from "@/lib/businesses/filters";
import { formatDate, plural } from "@/lib/format";
import { listSectors } from "@/lib/sectors/queries";
import { ActionTag } from "../_parts/action-tag";
import { colleaguesOf, type NamedAction, nameActions } from "../_parts/open";
import { cancelActionAction, recordActionAction } from "./actions";
import { RecordForm } from "./record-form";

export const metadata: Metadata = { title: "Borough action" };

interface PageProps {
  params: Promise<{ borough: string; action: string }>;
  searchParams: Promise<Params>;
}

function rowsOf(
  action: NamedAction,
  attendance: readonly { organisation: string; people: number }[],
): SummaryRow[] {
  const { doneOn, holdsUntil, evidence, leadName, leadPost, cancelledOn } = action;
  return [
    { label: "Due", value: formatDate(action.dueOn) },
    { label: "Owner", value: action.owner },
    ...(doneOn ? [{ label: "Done", value: formatDate(doneOn) }] : []),
    ...(leadName ? [{ label: "Strategic lead", value: `${leadName}, ${leadPost}` }] : []),
    ...(holdsUntil ? [{ label: "Counts until", value: formatDate(holdsUntil) }] : []),
    ...(attendance.length > 0
      ? [{ label: "Who came", value: <Attendance rows={attendance} /> }]
      : []),
    ...(evidence ? [{ label: "Evidence", value: evidence }] : []),
    ...(cancelledOn ? [{ label: "Taken back", value: formatDate(cancelledOn) }] : []),
  ];
}

function Attendance({ rows }: { rows: readonly { organisation: string; people: number }[] }) {
  return (
    <ul>
      {rows.map(({ organisation, people }) => (
        <li key={organisation}>
          {organisationLabel(organisation)}: {plural(people, "person", "people")}
        </li>
      ))}
    </ul>
  );
}

export default async function ActionPage({ params, searchParams }: PageProps) {
  const { borough, action: actionId } = await params;
  const viewer = await requireBorough(borough);
  const id = idOrNotFound(actionId);
  const { today, row, attendance, sectors } = await readOrNotFound(viewer, async (ctx) => ({
    today: ctx.today,
    row: await getAction(ctx, id),
    attendance: await listAttendance(ctx, id),
    sectors: await listSectors(ctx),
  }));
  const [action] = nameActions([row], sectors, await colleaguesOf(viewer));
  if (!action) return null;
  const path = `/${borough}/aims`;
  const isOpen = row.doneOn === null && row.cancelledOn === null;
  const mayRecord = may(viewer.role, "action.record");

  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <Breadcrumbs items={[{ href: path, label: "Borough actions" }]} />
      <PageHeading
        title={action.called}
        lede={KIND_WORDS[row.kind].task}
        tools={<ActionTag action={row} today={today} />}
      />
      <SummaryList rows={rowsOf(action, attendance)} />
      {isOpen && mayRecord ? (
        <section className="mt-9">
          <SectionHeading title="Record it as done" />
          <RecordForm
            action={recordActionAction.bind(null, borough, id, row.kind)}
            idempotencyKey={randomUUID()}
            actionId={id}
            kind={row.kind}
            doneOn={today}
            cancelHref={path}
          />
        </section>
      ) : null}
      {isOpen && !mayRecord ? (
        <p className="mt-6 text-ink-2">An administrator of the borough records it as done.</p>
      ) : null}
      {mayRecord && row.cancelledOn === null ? (
        <div className="mt-8">
          <Details summary={isOpen ? "It will not be done" : "It was recorded by mistake"}>
            <p className="mb-3">
              {isOpen
                ? "Nobody is reminded of it any more. It stays in the audit trail."
                : "It then counts in no figure, of the past either. It stays in the audit trail."}
            </p>
            <ConfirmForm
              action={cancelActionAction.bind(null, borough, id)}
              idempotencyKey={randomUUID()}
              button="Take this action back"
              variant="ghost"
            />
          </Details>
        </div>
      ) : null}
    </>
  );
}
