import type { Metadata } from "next";
import { SessionView } from "@/app/_sessions/session-view";
import { asViewer } from "@/lib/command";
import { getSession } from "@/lib/group-sessions/queries";
import { DoneNotice } from "../../_parts/done-notice";
import { FormPage } from "../../_parts/form-page";
import { openBusiness, readOr404 } from "../../_parts/open";
import { callOffSessionAction, endSessionAction } from "../actions";

export const metadata: Metadata = { title: "Group session" };

interface SessionPageProps {
  params: Promise<{ business: string; session: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function SessionPage({ params, searchParams }: SessionPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { session: id } = await params;
  const session = await readOr404(() =>
    asViewer(viewer, (ctx) => getSession(ctx, business.id, id)),
  );
  const home = `/business/${business.id}`;
  return (
    <>
      <DoneNotice done={(await searchParams).done} />
      <FormPage
        back={[
          { href: home, label: "Home" },
          { href: `${home}/sessions`, label: "Group sessions" },
        ]}
        title={`${session.course}: group session`}
      >
        <SessionView
          session={session}
          path={`${home}/sessions/${session.id}`}
          joinHref={`${home}/join`}
          endAction={endSessionAction.bind(null, business.id, session.id)}
          callOffAction={callOffSessionAction.bind(null, business.id, session.id)}
        />
      </FormPage>
    </>
  );
}
