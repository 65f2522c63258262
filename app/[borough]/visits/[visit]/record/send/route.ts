import { idOrNotFound, readOrNotFound } from "@/app/[borough]/_page/read";
import { requireBorough } from "@/lib/auth/current";
import { give } from "@/lib/forms/submit";
import { recordVisit } from "@/lib/visits/commands";
import { getVisit } from "@/lib/visits/queries";

interface Place {
  params: Promise<{ borough: string; visit: string }>;
}

/** What has become of the visit. */
export async function GET(_request: Request, { params }: Place): Promise<Response> {
  const { borough, visit } = await params;
  const viewer = await requireBorough(borough);
  const { state } = await readOrNotFound(viewer, (ctx) => getVisit(ctx, idOrNotFound(visit)));
  return Response.json({ state });
}

/**
 * Takes a record that was kept on a phone. A route and not an action: an action's id dies with the
 * build that made it, and the phone may have been away for longer.
 */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const { borough, visit } = await params;
  const viewer = await requireBorough(borough);
  const visitId = idOrNotFound(visit);
  const answer = await give(recordVisit, await request.formData(), {
    viewer,
    boroughCode: borough,
    fixed: { visitId },
    then: () => `/${borough}/visits/${visitId}?done=recorded`,
  });
  return Response.json(answer, { status: "errors" in answer ? 422 : 200 });
}
