import "server-only";
import { businessCertificateState } from "@/lib/certificates/model";
import { listBusinessCertificates } from "@/lib/certificates/queries";
import { asViewer } from "@/lib/command";
import { openBusiness } from "../_parts/open";

/** The business, and its certificates with what each is worth today, the newest first. */
export async function loadCertificates(params: Promise<{ business: string }>) {
  const { viewer, business } = await openBusiness(params);
  const certificates = await asViewer(viewer, async (ctx) => {
    const rows = await listBusinessCertificates(ctx, business.id);
    return rows.map((row) => {
      const meetsNow = row.meetsNow && business.stage === "enrolled";
      return { ...row, state: businessCertificateState(ctx.today, { ...row, meetsNow }) };
    });
  });
  return { viewer, business, certificates };
}
