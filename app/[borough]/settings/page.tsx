import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import { Notice } from "@/components/layout/notice";
import { PageHeading } from "@/components/layout/page-heading";
import { AppLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requireBorough } from "@/lib/auth/current";
import { may } from "@/lib/auth/permissions";
import { findContact, getSettings } from "@/lib/boroughs/settings-queries";
import type { Params } from "@/lib/businesses/filters";
import { formatDate } from "@/lib/format";
import { confirmContactAction } from "./actions";
import { ContactForm } from "./contact-form";

export const metadata: Metadata = { title: "Settings" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

export default async function SettingsPage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const viewer = await requireBorough(borough);
  const { settings, contact } = await readOrNotFound(viewer, async (ctx) => ({
    settings: await getSettings(ctx),
    contact: await findContact(ctx),
  }));
  const confirmed =
    contact?.confirmedOn && contact.confirmedBy
      ? `Confirmed by ${contact.confirmedBy} on ${formatDate(contact.confirmedOn)}`
      : "Not confirmed by the borough yet";

  return (
    <>
      <DoneNotice done={textOf(await searchParams, "done")} />
      <PageHeading title="Settings" />
      <section>
        <SectionHeading
          title="Children’s services front door"
          lede="Every course tells the learner how to reach it, next to 101 and 999."
        />
        {contact?.confirmedOn ? null : (
          <Notice kind="warning" title="Not confirmed by the borough yet">
            Courses say so until an administrator has checked these with the team itself.
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: "Team", value: contact?.teamName ?? "Not known" },
            { label: "Phone", value: contact?.phone ?? "Not known" },
            { label: "Out of hours", value: contact?.outOfHoursPhone ?? "Not known" },
            { label: "E-mail", value: contact?.email ?? "Not known" },
            { label: "Source", value: contact?.source ?? "–" },
            { label: "Confirmed", value: confirmed },
          ]}
        />
        {may(viewer.role, "borough.confirm_contact") ? (
          <div className="mt-6">
            <ContactForm
              action={confirmContactAction.bind(null, borough)}
              idempotencyKey={randomUUID()}
              defaults={{
                teamName: contact?.teamName ?? "",
                phone: contact?.phone ?? "",
                outOfHoursPhone: contact?.outOfHoursPhone ?? "",
                email: contact?.email ?? "",
              }}
            />
          </div>
        ) : (
          <p className="mt-4 text-ink-2">An administrator of the borough confirms them.</p>
        )}
      </section>
      <section className="mt-9">
        <SectionHeading
          title="How coverage is counted"
          more={<AppLink href={`/${borough}/settings/targets`}>Targets and thresholds</AppLink>}
        />
        <SummaryList
          rows={[
            {
              label: "Share that must be trained",
              value: `${settings.trainedShare}% of the people who work at a business`,
            },
            {
              label: "Wards",
              value: "By your own list of postcodes and wards",
              change: { href: `/${borough}/wards`, label: "See" },
            },
            { label: "In use since", value: formatDate(settings.inUseSince) },
          ]}
        />
      </section>
    </>
  );
}
