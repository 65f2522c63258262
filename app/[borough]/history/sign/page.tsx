import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { asViewer } from "@/lib/command";
import { listMonthFigures } from "@/lib/coverage/history-queries";
import { monthEnd, monthStart } from "@/lib/dates";
import { formatDate, formatMonth } from "@/lib/format";
import { MeasureTable } from "../_parts/measure-table";
import { isOver } from "../choice";
import { signReportAction } from "./actions";
import { SignForm } from "./sign-form";

export const metadata: Metadata = { title: "Sign off a month" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const asked = textOf(await searchParams, "month");
  const viewer = await requireBorough(borough);
  const { at, cells, today } = await asViewer(viewer, async (ctx) => {
    const known = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) && isOver(`${asked}-01`, ctx.today);
    const month = known ? `${asked}-01` : monthStart(ctx.today, -1);
    return { at: month, today: ctx.today, cells: await listMonthFigures(ctx, monthEnd(month)) };
  });
  const month = at.slice(0, 7);
  const counted = cells.some((cell) => cell.delta !== 0);

  return (
    <>
      <Breadcrumbs items={[{ href: `/${borough}/history`, label: "History" }]} />
      <PageHeading
        title={`Sign off ${formatMonth(month)}`}
        lede={`The figures as at ${formatDate(monthEnd(at))}, as they read on ${formatDate(today)}. Signed off, they stay like this; the report says later what has changed since.`}
      />
      {counted ? (
        <>
          <MeasureTable
            caption="Businesses that met each count, out of those it is counted for"
            month={at}
            signed={cells}
          />
          <div className="mt-8">
            {may(viewer.role, "report.sign") ? (
              <SignForm
                action={signReportAction.bind(null, borough, month)}
                idempotencyKey={randomUUID()}
                month={month}
                monthLabel={formatMonth(month)}
              />
            ) : (
              <p className="text-ink-2">An administrator of the borough signs months off.</p>
            )}
          </div>
        </>
      ) : (
        <EmptyState
          title="Nothing was counted in this month"
          action={
            <LinkButton href={`/${borough}/history`} variant="ghost">
              Choose another month
            </LinkButton>
          }
        >
          <p>There is nothing to sign off.</p>
        </EmptyState>
      )}
    </>
  );
}
