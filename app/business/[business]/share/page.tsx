import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { AppLink } from "@/components/ui/link";
import { hashSecret, linkSecret } from "@/lib/auth/secrets";
import { asViewer } from "@/lib/command";
import { env } from "@/lib/env";
import { formatDate } from "@/lib/format";
import { findShare } from "@/lib/premises/queries";
import { DoneNotice } from "../_parts/done-notice";
import { FormPage } from "../_parts/form-page";
import { openBusiness } from "../_parts/open";
import { CodeForm } from "../join/code-form";
import { shareStandingAction, stopSharingAction } from "./actions";

export const metadata: Metadata = { title: "Share or print" };

interface SharePageProps {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function SharePage({ params, searchParams }: SharePageProps) {
  const { viewer, business } = await openBusiness(params);
  const share = await asViewer(viewer, (ctx) => findShare(ctx, business.id));
  const { boroughCode } = viewer;
  const secret = share ? linkSecret("standing", boroughCode, business.id, share.generation) : "";
  // A link whose hash is not kept would open nothing: show none rather than a wrong one.
  const shared = share?.codeHash && share.codeHash === hashSecret(secret) ? share : null;
  const href = new URL(`/standing/${boroughCode}/${secret}`, env().PORTAL_URL).href;
  const home = `/business/${business.id}`;
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <FormPage
        back={[{ href: home, label: "Home" }]}
        title="Share or print how you stand"
        lede="For an owner, a licensing hearing or a customer who asks. The public page shows the name of the business, its borough, which aims are met and since when. It never names a person."
      >
        {shared ? (
          <Card title="Your link" className="max-w-read">
            <p className="break-all">
              <AppLink href={href}>{href}</AppLink>
            </p>
            <p className="mt-2 text-ink-2 text-sm">
              Shared since {formatDate(shared.sharedOn ?? "")}. Whoever has the link sees the page;
              it changes as you do.
            </p>
            <div className="mt-4">
              <Details summary="Stop sharing">
                <p className="mb-3">
                  The link stops working for everybody who has it. If you share again, it is a new
                  one.
                </p>
                <CodeForm
                  action={stopSharingAction.bind(null, business.id)}
                  idempotencyKey={randomUUID()}
                  button="Stop sharing"
                  variant="danger"
                />
              </Details>
            </div>
          </Card>
        ) : (
          <EmptyState
            title={
              business.stage === "enrolled"
                ? "Nothing is shared"
                : "There is something to share once the business is enrolled"
            }
            action={
              business.stage === "enrolled" ? (
                <CodeForm
                  action={shareStandingAction.bind(null, business.id)}
                  idempotencyKey={randomUUID()}
                  button="Make a link"
                />
              ) : undefined
            }
          >
            Only people to whom you give the link can open the page. You can switch it off again.
          </EmptyState>
        )}
        <p className="mt-6 max-w-read text-ink-2">
          To print, open <AppLink href={home}>your home page</AppLink> and use your browser's print
          command: what is left to do, how you stand and businesses like yours fit on a sheet of A4.
        </p>
      </FormPage>
    </>
  );
}
