import type { Metadata } from "next";
import { SessionTable } from "@/app/_sessions/session-table";
import { DoneNotice } from "@/app/[borough]/_page/done-notice";
import { readOrNotFound, textOf } from "@/app/[borough]/_page/read";
import type { Params } from "@/lib/businesses/filters";
import { listSessions } from "@/lib/group-sessions/queries";
import { type BusinessPageProps, FormFrame, openBusiness } from "../_parts/frame";

export const metadata: Metadata = { title: "Group sessions" };

export default async function SessionsPage(
  props: BusinessPageProps & { searchParams: Promise<Params> },
) {
  const { borough, id, row, back, viewer } = await openBusiness(props);
  const rows = await readOrNotFound(viewer, (ctx) => listSessions(ctx, id));
  return (
    <>
      <DoneNotice done={textOf(await props.searchParams, "done")} />
      <FormFrame
        borough={borough}
        back={back}
        name={row.name}
        title="Group sessions"
        lede="A course taken together, led by the manager or by you on a visit. Each person answers for themselves, and holds their own certificate."
      >
        <SessionTable base={`${back}/sessions`} rows={rows} />
      </FormFrame>
    </>
  );
}
