import { readiness } from "@/lib/db/readiness";

export const dynamic = "force-dynamic";

/** May this process be sent requests? The reason is one word: database, migration or slow. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  if (state === "ready") return Response.json({ status: "ready" });
  return Response.json({ status: "not ready", reason: state }, { status: 503 });
}
