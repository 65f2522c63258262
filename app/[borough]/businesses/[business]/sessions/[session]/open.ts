import "server-only";
import { readOrNotFound } from "@/app/[borough]/_page/read";
import { getSession } from "@/lib/group-sessions/queries";
import { openBusiness } from "../../_parts/frame";

export interface SessionPageProps {
  params: Promise<{ borough: string; business: string; session: string }>;
}

/** The business and the session of this address; "not found" when there is no such. */
export async function openSession({ params }: SessionPageProps) {
  const opened = await openBusiness({ params });
  const { session: id } = await params;
  const session = await readOrNotFound(opened.viewer, (ctx) => getSession(ctx, opened.id, id));
  return { ...opened, session, path: `${opened.back}/sessions/${session.id}` };
}
