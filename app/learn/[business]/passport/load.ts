import "server-only";
import { certificateProof } from "@/lib/documents/proof";
import { certificateState, newerUntil } from "@/lib/training/model";
import { listMyCertificates } from "@/lib/training/queries";
import { readAsLearner } from "../../_parts/learner";

/** The learner's certificates that nobody withdrew, the newest first, each with its code. */
export async function loadPassport(business: string) {
  const { viewer, view } = await readAsLearner(business, async (ctx) => ({
    today: ctx.today,
    held: await listMyCertificates(ctx),
  }));
  const entries = view.held
    .filter((certificate) => !certificate.revokedOn && !certificate.fromElsewhere)
    .map((certificate) => ({
      ...certificate,
      state: certificateState(view.today, {
        ...certificate,
        newerUntil: newerUntil(view.held, certificate),
      }),
      proof: certificateProof(viewer.boroughCode, certificate.id),
    }));
  return { viewer, entries, today: view.today };
}
