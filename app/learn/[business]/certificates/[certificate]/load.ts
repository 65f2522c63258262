import "server-only";
import { getMyCertificate } from "@/lib/training/attempt-queries";
import { certificateState, newerUntil } from "@/lib/training/model";
import { listMyCertificates } from "@/lib/training/queries";
import { readAsLearner } from "../../../_parts/learner";

/** One of the learner's own certificates and what it is worth today. */
export function loadCertificate(business: string, id: string) {
  return readAsLearner(business, async (ctx) => {
    const certificate = await getMyCertificate(ctx, id);
    const newer = newerUntil(await listMyCertificates(ctx), certificate);
    return {
      certificate,
      state: certificateState(ctx.today, { ...certificate, newerUntil: newer }),
    };
  });
}
