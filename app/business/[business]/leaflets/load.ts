import "server-only";
import { asViewer } from "@/lib/command";
import { getHandout } from "@/lib/documents/queries";
import { openBusiness, readOr404 } from "../_parts/open";

/** The papers of the manager's business, as they are today. */
export async function loadHandout(params: Promise<{ business: string }>) {
  const { viewer, business } = await openBusiness(params);
  const handout = await readOr404(() => asViewer(viewer, (ctx) => getHandout(ctx, business.id)));
  return { business, handout };
}
