import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { textOf } from "@/app/[borough]/_page/read";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { LinkButton } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/section-heading";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import type { Params } from "@/lib/businesses/filters";
import { listAccepted, listEquivalents } from "@/lib/certificates/equivalent-queries";
import { asViewer } from "@/lib/command";
import { formatNumber, plural } from "@/lib/format";
import { sumAttested } from "@/lib/premises/driver-queries";
import { AcceptedTable } from "./_parts/accepted-table";
import { PolicyTable } from "./_parts/policy-table";

export const metadata: Metadata = { title: "Trained elsewhere" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function EquivalentsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const { policies, accepted, drivers } = await asViewer(viewer, async (ctx) => ({
    policies: await listEquivalents(ctx),
    accepted: await listAccepted(ctx),
    drivers: await sumAttested(ctx),
  }));
  const path = `/${borough}/equivalents`;
  const admin = may(viewer.role, "equivalent.accept");
  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <PageHeading
        title="Trained elsewhere"
        lede="Training outside the portal that your borough lets stand for a course. A manager records the day and the number on the certificate; it counts from that day, and lapses by your months."
        tools={
          admin ? (
            <LinkButton href={`${path}/add`} variant="ghost">
              Accept another training
            </LinkButton>
          ) : undefined
        }
      />
      {policies.length === 0 ? (
        <EmptyState title="Nothing from elsewhere is accepted">
          <p>
            {admin
              ? "Staff who were trained by others take the course here too, until you accept theirs."
              : "An administrator of the borough decides what is accepted."}
          </p>
        </EmptyState>
      ) : (
        <PolicyTable rows={policies} endHref={admin ? (id) => `${path}/${id}/end` : null} />
      )}
      <section className="mt-8">
        <SectionHeading
          title="Recorded by managers, and counting today"
          lede={
            accepted.total > accepted.rows.length
              ? `The newest ${formatNumber(accepted.rows.length)} of ${formatNumber(accepted.total)}. Check a number with whoever gave it; open it to withdraw it.`
              : "Check a number with whoever gave it; open it to withdraw it. No name is shown."
          }
        />
        {accepted.rows.length === 0 ? (
          <p className="text-ink-2">No manager has recorded any.</p>
        ) : (
          <AcceptedTable borough={borough} rows={accepted.rows} />
        )}
      </section>
      <section className="mt-8">
        <SectionHeading
          title="Drivers, as operators say"
          lede="TfL licenses and trains drivers one by one. Operators say how many of theirs have had its training, and on what they rely. These are shown here alone, and never added to staff trained here."
        />
        {drivers.operators === 0 ? (
          <p className="text-ink-2">
            No operator has said.{" "}
            {plural(drivers.asked, "enrolled operator is", "enrolled operators are")} asked to.
          </p>
        ) : (
          <p>
            <strong>
              {formatNumber(drivers.trained)} of {formatNumber(drivers.drivers)} drivers
            </strong>
            , at {formatNumber(drivers.operators)} of{" "}
            {plural(drivers.asked, "enrolled operator", "enrolled operators")} that said so in the
            last 12 months.
          </p>
        )}
      </section>
    </>
  );
}
