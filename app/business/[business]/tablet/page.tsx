import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Card } from "@/components/ui/card";
import { SectionHeading } from "@/components/ui/section-heading";
import { asViewer } from "@/lib/command";
import { formatMoment } from "@/lib/format";
import { listOpenDevices } from "@/lib/people/queries";
import { DoneNotice } from "../_parts/done-notice";
import { openBusiness } from "../_parts/open";
import { CodeForm } from "../join/code-form";
import { closeDeviceAction, openDeviceAction } from "./actions";

export const metadata: Metadata = { title: "Shared tablet" };

interface TabletPageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function TabletPage({ params, searchParams }: TabletPageProps) {
  const { viewer, business } = await openBusiness(params);
  const devices = await asViewer(viewer, (ctx) => listOpenDevices(ctx, business.id));
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <PageHeading
        title="Shared tablet"
        lede="For staff without a phone of their own: one tablet or computer in the staff room, on which one person learns after another."
      />
      <div className="max-w-read space-y-6">
        <Card title="Open this device">
          <ol className="mb-4 list-decimal space-y-2 pl-5">
            <li>Sign in on the device itself, come to this page, and press the button.</li>
            <li>
              You are signed out of it, and it shows your staff where to type their name and PIN.
            </li>
            <li>It stays open for 12 hours. Nothing of one person is left for the next.</li>
          </ol>
          {business.stage === "enrolled" ? (
            <CodeForm
              action={openDeviceAction.bind(null, business.id)}
              idempotencyKey={randomUUID()}
              button="Open this device for staff, and sign me out"
            />
          ) : (
            <p>A device can be opened once the business is enrolled and open.</p>
          )}
        </Card>
        {devices.length > 0 ? (
          <section>
            <SectionHeading title="Open now" />
            <ul className="list-none space-y-3 pl-0">
              {devices.map((device) => (
                <li
                  key={device.id}
                  className="flex flex-wrap items-center justify-between gap-4 rounded-lg border border-line bg-paper p-4"
                >
                  <p>
                    Opened at {formatMoment(device.openedAt)}, open until{" "}
                    {formatMoment(device.expiresAt)}
                  </p>
                  <CodeForm
                    action={closeDeviceAction.bind(null, business.id, device.id)}
                    idempotencyKey={randomUUID()}
                    button={`Close the device opened at ${formatMoment(device.openedAt)}`}
                    variant="danger"
                  />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}
