import type { Metadata } from "next";
import { SessionView } from "@/app/_sessions/session-view";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { textOf } from "@/app/[borough]/_page/read";
import type { Params } from "@/lib/businesses/filters";
import { FormFrame } from "../../_parts/frame";
import { callOffSessionAction, endSessionAction } from "../actions";
import { openSession, type SessionPageProps } from "./open";

export const metadata: Metadata = { title: "Group session" };

export default async function SessionPage(
  props: SessionPageProps & { searchParams: Promise<Params> },
) {
  const { borough, id, row, back, session, path } = await openSession(props);
  return (
    <>
      <DoneNotice done={textOf(await props.searchParams, "done")} />
      <FormFrame
        borough={borough}
        back={back}
        name={row.name}
        title={`${session.course}: group session`}
      >
        <SessionView
          session={session}
          path={path}
          endAction={endSessionAction.bind(null, borough, id, session.id)}
          callOffAction={callOffSessionAction.bind(null, borough, id, session.id)}
        />
      </FormFrame>
    </>
  );
}
