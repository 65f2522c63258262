import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { listCallHandlerConfirmations } from "@/lib/aims/police-queries";
import { requirePolice } from "@/lib/auth/current";
import { listBoroughs } from "@/lib/boroughs/queries";
import { asViewer } from "@/lib/command";
import { formatDate } from "@/lib/format";
import { confirmCallHandlersAction } from "./actions";
import { ConfirmForm } from "./confirm-form";

export const metadata: Metadata = { title: "Call handlers’ training" };

export default async function CallHandlersPage({
  params,
}: {
  params: Promise<{ borough: string }>;
}) {
  const { borough: code } = await params;
  const viewer = await requirePolice();
  if (!viewer.boroughs.includes(code)) notFound();
  const { today, borough, confirmations } = await asViewer(viewer, async (ctx) => ({
    today: ctx.today,
    borough: (await listBoroughs(ctx)).find((row) => row.code === code),
    confirmations: await listCallHandlerConfirmations(ctx, code),
  }));
  if (!borough) notFound();
  return (
    <>
      <Breadcrumbs
        items={[
          { href: "/police", label: "Coverage" },
          { href: `/police/boroughs/${code}`, label: borough.name },
        ]}
      />
      <PageHeading
        caption={borough.name}
        title="Confirm the call handlers’ training"
        lede="Confirm that the people who answer 101 for this borough have had the specialist training on Operation Make Safe. It counts towards Pursue for 12 months, to the end of the month."
      />
      <ConfirmForm
        action={confirmCallHandlersAction.bind(null, code)}
        idempotencyKey={randomUUID()}
        today={today}
      />
      <section aria-labelledby="earlier" className="mt-9 max-w-read">
        <SectionHeading id="earlier" title="Confirmed before" />
        {confirmations.length === 0 ? (
          <p className="text-ink-2">Nobody has confirmed it for {borough.name} yet.</p>
        ) : (
          <ul className="border-line border-t">
            {confirmations.map((row) => (
              <li
                key={row.id}
                className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b py-2.5"
              >
                <span>
                  Training completed on {formatDate(row.confirmedOn)}, holds to{" "}
                  {formatDate(row.holdsUntil)}
                </span>
                {row.holdsUntil >= today ? (
                  <Tag tone="ok">In date</Tag>
                ) : (
                  <Tag tone="off">Lapsed</Tag>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
